import { describe, expect, it } from 'vitest';
import { loadPolicyFolder } from '../../src/authoring/index.ts';

const editions = new Map(loadPolicyFolder('policies').map(({ edition }) => [edition.id, edition]));
const row = (id: string, item: RegExp) => {
  const found = editions.get(id)?.money.filter((money) => item.test(money.item)) ?? [];
  expect(found, `${id} ${item}`).toHaveLength(1);
  return found[0];
};

describe('广西提质进阶的奖励和收回（实施方案 八（二）、八（四））', () => {
  it('培育档 100万元 once, then 进阶 300万元 that contains the 100万元 of 桂政办发〔2024〕10号: 400万元 in all', () => {
    expect(row('gx-tizhi-peiyu-2025', /^培育档奖励$/)).toMatchObject({
      amount: '100万元',
      clause: '八（二）2',
    });
    expect(row('gx-tizhi-jinjie-2025', /^进阶奖励$/)).toMatchObject({
      amount: '300万元',
      clause: '八（二）3',
    });
    expect(row('gx-tizhi-jinjie-2025', /^进阶奖励$/)?.note).toMatch(
      /包含桂政办发〔2024〕10号.*100万元.*不再另给/,
    );
    expect(row('gx-tizhi-jinjie-2025', /合计/)).toMatchObject({ amount: '400万元' });
    expect(row('gx-tizhi-jinjie-2025', /合计/)?.note).toMatch(/推算/);
  });

  it('复核档 300万元; the 400万元 of the slides is shown as a doubt, not adopted', () => {
    expect(row('gx-tizhi-fuhe-2025', /^复核奖励$/)).toMatchObject({ amount: '300万元', clause: '八（二）1' });
    expect(row('gx-tizhi-fuhe-2025', /课件/)?.note).toMatch(/不采用/);
    expect(editions.get('gx-tizhi-fuhe-2025')?.doubts.join()).toMatch(/400/);
  });

  it.each(['gx-tizhi-peiyu-2025', 'gx-tizhi-jinjie-2025'])(
    '%s: the title cancelled, all comes back; below 80%% the difference, below 60%% all; exactly 80%% is safe',
    (id) => {
      expect(row(id, /被取消/)?.amount).toBe('全部资金');
      expect(row(id, /低于80%/)?.amount).toMatch(/差额/);
      expect(row(id, /低于80%/)?.note).toMatch(/恰好80%/);
      expect(row(id, /低于60%/)?.amount).toBe('全部资金');
    },
  );
});

describe('财建〔2024〕148号', () => {
  it('600万元 a company over three years, half at the start; below 2000万元 the money is recovered (四（一）、四（二）)', () => {
    const money = editions.get('national-key-little-giant-2024')?.money ?? [];
    const text = money.map((item) => `${item.item}${item.amount}${item.note ?? ''}`).join('；');
    expect(text).toMatch(/600万元/);
    expect(text).toMatch(/50%/);
    expect(text).toMatch(/2000万元/);
  });

  it('says first that no third party may help to apply (五（一）)', () => {
    expect(editions.get('national-key-little-giant-2024')?.notices[0]).toMatch(/^不得借助第三方机构申请/);
  });
});
