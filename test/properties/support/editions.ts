import { loadNamed, policyIds } from '../../../src/authoring/index.ts';
import { Mentions } from './rules.ts';
import { SYNTHETIC } from './synthetic.ts';

/** Between them these use every kind of rule. */
const ALWAYS = [
  'national-tech-sme-2017',
  'national-innovative-sme-2022',
  'national-zjtx-sme-2022',
  'national-zjtx-sme-2026',
  'national-little-giant-2021-batch3',
  'national-little-giant-2022',
  'national-little-giant-2026',
  'national-key-little-giant-2024',
  'gx-tizhi-peiyu-2025',
  'hainan-zjtx-2021',
  'yunnan-xjr-prov-2021',
  'zj-yxgj-2021',
];
/** how many of the others join in one run, so that the time a run takes does not grow with their number */
const GUESTS = 8;

const hash = (text: string): number =>
  [...text].reduce((sum, sign) => Math.imul(sum ^ (sign.codePointAt(0) ?? 0), 16777619) >>> 0, 2166136261);

/** The others in an order of their own, of which each turn takes the next few; after some turns all had theirs. */
const guests = (ids: readonly string[], turn: number): readonly string[] => {
  const others = ids.filter((id) => !ALWAYS.includes(id)).sort((a, b) => hash(a) - hash(b));
  const start = others.length === 0 ? 0 : (turn * GUESTS) % others.length;
  return [...others, ...others].slice(start, start + Math.min(GUESTS, others.length));
};

/** EDITIONS=编号,编号 tries these only; TURN=3 takes the guests of the third turn. */
const { EDITIONS: named, TURN: turn = '0' } = process.env;
const chosen =
  named === undefined ? [...ALWAYS, ...guests(policyIds('policies'), Number(turn))] : named.split(',');

export const POLICY_FILES = loadNamed('policies', chosen);
export const EDITIONS = [...POLICY_FILES.map((file) => file.edition), SYNTHETIC];
export const MENTIONS = new Mentions(EDITIONS);
