import { VERDICT_WORDS } from '../../base/verdict.ts';
import { bullet, clauseText, editionLabel, labelled, paragraph, type Style } from '../../report/index.ts';
import { changesBaseYear, type ProgrammePlan, type Way, type WayKind } from '../distance.ts';

const WAY_WORDS: Readonly<Record<WayKind, string>> = {
  time: '等时间就能满足（其他事实不变）',
  work: '要靠投入或工作（没有结账的年度、可以办的事）',
  closed: '本轮够不着（已结账年度，不可补）',
  state: '现状不符合（照实填报，情况真的变化后再评估）',
};

const MOST_NAMED = 6;
const listText = (labels: readonly string[]): string =>
  labels.length > MOST_NAMED
    ? `${labels.slice(0, MOST_NAMED).join('、')}等${labels.length}项`
    : labels.join('、');

const whenText = (way: Way): string[] => {
  if (way.kind === 'time')
    return way.day === undefined
      ? [`年限随时间增加；档案填了${way.needs.join('、')}才能算出日期`]
      : [`${way.day}起符合`];
  if (way.kind !== 'closed' || way.day === undefined) return [];
  const needs = way.needs.length === 0 ? '' : `，要看${listText(way.needs)}`;
  return [`${way.day}起看新的年度${needs}`];
};

const wayLines = (way: Way, indent: number): string[] => {
  const { criterion, outcome } = way.result;
  const veto = criterion.veto ? '［否决项］' : '';
  const inner = indent + 4;
  const seen = outcome?.actual === undefined ? '' : `实际 ${outcome.actual}；要求 ${outcome.threshold ?? ''}`;
  return [
    ...bullet(`${veto}${criterion.id}：${criterion.text}`, indent),
    ...(seen === '' ? [] : paragraph(seen, inner)),
    ...way.gaps.flatMap((gap) => labelled('差距', gap, inner)),
    ...whenText(way).flatMap((text) => labelled('日期', text, inner)),
    ...way.among.flatMap((part) => wayLines(part, inner)),
    ...way.waivers.flatMap((text) => labelled('豁免', text, inner)),
    ...(criterion.evidence.length === 0 ? [] : labelled('佐证', criterion.evidence.join('；'), inner)),
    ...(criterion.clause === '' ? [] : labelled('依据', clauseText(criterion), inner)),
  ];
};

const curedText = ({ checked, curedOn }: ProgrammePlan): string[] => {
  if (curedOn === undefined) return [];
  const year = changesBaseYear(checked.assessment, curedOn)
    ? `；那时上年度是${Number(curedOn.slice(0, 4)) - 1}年，年度数据要重看`
    : '';
  return labelled('合计', `不符合的都等时间就能满足，最后一条在${curedOn}${year}`, 2);
};

export const programmeLines = (plan: ProgrammePlan, style: Style): string[] => {
  const { assessment } = plan.checked;
  const { verdict, edition, tally } = assessment;
  const lines = [
    style.strong(`${editionLabel(edition)}  ${style.verdict(verdict, VERDICT_WORDS[verdict])}`),
    ...edition.notices.slice(0, 1).flatMap((notice) => labelled('注意', notice, 2)),
    `  可计算条件符合${tally.met}/${tally.computable}，不符合${tally.unmet}，缺资料${tally.unknown}；待核实${tally.manual}`,
  ];
  for (const [kind, heading] of Object.entries(WAY_WORDS)) {
    const found = plan.ways.filter((way) => way.kind === kind);
    if (found.length > 0) lines.push(`  ${heading}`, ...found.flatMap((way) => wayLines(way, 2)));
  }
  lines.push(...curedText(plan));
  if (plan.missing.length > 0) lines.push(...labelled('还缺', listText(plan.missing), 2));
  if (plan.manual.length > 0) lines.push(...labelled('待核实', listText(plan.manual), 2));
  return lines;
};
