import { type Criterion, type Edition, inForce, type Test } from '../policy/index.ts';
import type { PolicyFile } from './folder.ts';

const WORDS = { yes: '有效', no: '历史', unverified: '未核实' } as const;

type Kind = '计算' | '是否' | '人工' | '未收录';
const KINDS: readonly Kind[] = ['计算', '是否', '人工', '未收录'];

/** What it takes to decide a test: figures and records, a yes or no, a person, or a document not at hand. */
const kindOf = (test: Test): Kind => {
  switch (test.op) {
    case 'is':
      return '是否';
    case 'judge':
      return '人工';
    case 'notListed':
      return '未收录';
    case 'not':
      return kindOf(test.of);
    default:
      return '计算';
  }
};

/** Every criterion of an edition that is a test itself, inside branches and waivers too. */
const leavesOf = (criteria: readonly Criterion[]): readonly Criterion[] =>
  criteria.flatMap((criterion) => [...leavesIn(criterion, criterion.body), ...leavesOf(criterion.waivers)]);

const leavesIn = (criterion: Criterion, body: Criterion['body']): readonly Criterion[] => {
  if (body.kind === 'test') return [{ ...criterion, body }];
  if (body.kind === 'branches') return body.branches.flatMap((branch) => leavesIn(criterion, branch.then));
  if (body.kind !== 'readings') return leavesOf(body.of);
  const leaves = body.readings.flatMap((reading) => leavesIn(criterion, reading.body));
  const inner = leaves.filter((leaf) => leaf.id !== criterion.id);
  return inner.length > 0 ? inner : leaves.slice(0, 1);
};

const countKinds = (edition: Edition): Readonly<Record<Kind, number>> => {
  const counts: Record<Kind, number> = { 计算: 0, 是否: 0, 人工: 0, 未收录: 0 };
  const all = [
    ...(edition.appliesTo === undefined ? [] : [edition.appliesTo]),
    ...('of' in edition.body ? edition.body.of : []),
  ];
  for (const { body } of leavesOf(all)) if (body.kind === 'test') counts[kindOf(body.test)] += 1;
  return counts;
};

const doubtsOf = (edition: Edition): number => {
  const all = [
    ...(edition.appliesTo === undefined ? [] : [edition.appliesTo]),
    ...('of' in edition.body ? edition.body.of : []),
  ];
  return edition.doubts.length + leavesOf(all).filter((criterion) => criterion.doubt !== undefined).length;
};

const row = (cells: ReadonlyArray<string | number>): string => `| ${cells.join(' | ')} |`;

/**
 * docs/coverage.md: per jurisdiction what is held, whether it is in force, and how much of it can be computed.
 * In force is told for the latest day on which a file was checked, so that the page changes only with the files.
 */
export const coveragePage = (files: readonly PolicyFile[]): string => {
  const asOf =
    files
      .flatMap((file) => file.edition.sources.map((source) => source.checked.date))
      .sort()
      .at(-1) ?? '';
  const regions = [...new Set(files.map((file) => file.edition.jurisdiction))];
  const sections = regions.flatMap((region) => {
    const own = files.filter((file) => file.edition.jurisdiction === region);
    return [
      '',
      `## ${region}（${own.length}）`,
      '',
      row(['项目', '编号', '效力', '可信度', ...KINDS, '评分项', '疑义', '用例']),
      row(Array.from({ length: 11 }, () => '---')),
      ...own.map(({ edition, cases }) => {
        const counts = countKinds(edition);
        const items = edition.scores?.parts.reduce((sum, part) => sum + part.items.length, 0) ?? 0;
        return row([
          edition.name,
          edition.id,
          WORDS[inForce(edition, asOf)],
          edition.confidence,
          ...KINDS.map((kind) => counts[kind]),
          items,
          doubtsOf(edition),
          cases?.cases.length ?? 0,
        ]);
      }),
    ];
  });
  return [
    '# 收录情况',
    '',
    `由 \`npm run coverage:policies\` 生成。效力按 ${asOf} 判断。计算＝由数据、记录、评分算出；是否＝一个是否字段；人工＝要人判断；未收录＝规则在手头没有的文件里。`,
    ...sections,
    '',
  ].join('\n');
};
