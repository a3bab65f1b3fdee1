import type { Tally } from '../assess/index.ts';
import { VERDICT_WORDS, type Verdict } from '../base/verdict.ts';
import type { Style } from './layout.ts';
import { widthOf } from './table.ts';

interface Stand {
  readonly name: string;
  readonly verdict: Verdict;
  readonly tally: Tally;
}

const WIDTH = 80;
const HEAD = '  梯度 ';

/** How every programme stands, in as few lines as it takes: 小巨人 缺资料 12/23. */
export const ladderWords = (stands: readonly Stand[], style: Style): readonly string[] => {
  const lines: Array<{ text: string; width: number }> = [];
  for (const { name, verdict, tally } of stands) {
    const counts = `${tally.met}/${tally.computable}`;
    const plain = `${name} ${VERDICT_WORDS[verdict]} ${counts}`;
    const shown = `${name} ${style.verdict(verdict, VERDICT_WORDS[verdict])} ${counts}`;
    const last = lines.at(-1);
    const width = widthOf(plain);
    if (last !== undefined && last.width + 2 + width <= WIDTH) {
      last.text += `; ${shown}`;
      last.width += 2 + width;
    } else {
      const head = last === undefined ? HEAD : ' '.repeat(widthOf(HEAD));
      lines.push({ text: head + shown, width: widthOf(HEAD) + width });
    }
  }
  return lines.map(({ text }) => text);
};
