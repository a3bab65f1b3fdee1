import raw from '../../policies/共用/词表.yaml';
import type { WordLists } from './compile/index.ts';

/** 词表 shared by all policy files. */
export const WORD_LISTS: WordLists = Object.fromEntries(
  Object.entries(raw as Record<string, { 词: string[] }>).map(([name, list]) => [name, list.词]),
);
