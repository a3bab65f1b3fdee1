import { textOf } from '../profile/index.ts';
import type { Detector, Hit, ProfileCase } from './case.ts';
import { finding } from './catalogue.ts';
import { allSeen, missing } from './seen.ts';
import { wholeLimit, words } from './words.ts';

const BROAD = words('宽泛词');
const MODIFIERS = [...words('修饰词')].sort((a, b) => b.length - a.length);
const NOUNS = words('产品名词');
const JOINTS = [...words('并列词')].sort((a, b) => b.length - a.length);
const SHORTEST = wholeLimit('名称最少汉字');

const escaped = (word: string): string => word.replace(/[/.*+?^${}()|[\]\\]/g, '\\$&');
const JOINT = new RegExp(JOINTS.map(escaped).join('|'));
/** 电机用, but not 通用, 专用, 应用 */
const USED_FOR = /[^通专应使作家民商适实]用/;

const hanCount = (text: string): number => (text.match(/\p{Script=Han}/gu) ?? []).length;
const withoutBrackets = (name: string): string => name.normalize('NFKC').replace(/\([^)]*\)/g, '');

/** 智能设备 → 设备: what is left when words that narrow nothing are cut from the front. */
const core = (name: string): string => {
  const found = MODIFIERS.find((word) => name.startsWith(word) && name.length > word.length);
  return found === undefined ? name : core(name.slice(found.length));
};

const isBroad = (name: string): boolean => {
  const bare = withoutBrackets(name);
  if (name === bare && BROAD.includes(core(bare))) return true;
  return hanCount(name) < SHORTEST && !/\d/.test(name);
};

/** How many of 核心性能, 应用领域, 技术特征 the name shows. */
const elements = (name: string): number => {
  const has = (list: string): boolean => words(list).some((word) => name.includes(word));
  return [
    has('核心性能词') || /\d/.test(name),
    has('应用领域词') || USED_FOR.test(name),
    has('技术特征词'),
  ].filter(Boolean).length;
};

/** Parts joined by 、 or 及 that are each a product of their own. */
const products = (name: string): readonly string[] =>
  withoutBrackets(name)
    .split(JOINT)
    .map((part) => part.trim())
    .filter((part) => NOUNS.some((noun) => part.endsWith(noun) && part.length > noun.length));

const onProfile = ({ profile }: ProfileCase): readonly Hit[] => {
  const name = textOf(profile, 'product');
  if (name === undefined) return [missing('product')];
  const facts = allSeen(profile, [['product']]);
  const where = { ...facts[0]?.at, field: 'product' };
  const hit = (code: string, message: string): Hit => finding(code, message, { facts, where });
  const joined = products(name);
  return [
    ...(isBroad(name) ? [hit('P01.1', `主导产品名称“${name}”宽泛，看不出细分市场`)] : []),
    ...(elements(name) < 2
      ? [hit('P01.2', `主导产品名称“${name}”里，核心性能、应用领域、技术特征只看出${elements(name)}样`)]
      : []),
    ...(joined.length > 1
      ? [hit('P01.3', `主导产品名称并列了${joined.map((part) => `“${part}”`).join('、')}`)]
      : []),
  ];
};

/** P01 主导产品名称模糊、宽泛、并列. */
export const productName: Detector = { topic: 'P01', onProfile };
