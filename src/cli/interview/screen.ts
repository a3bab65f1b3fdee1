import type { Assessment } from '../../assess/index.ts';
import { VERDICT_WORDS } from '../../base/verdict.ts';
import { editionLabel, labelled, ladderWords, type Style, shortName } from '../../report/index.ts';

const say = (lines: readonly string[]): void => {
  for (const line of lines) process.stderr.write(`${line}\n`);
};

/** What an interview prints between its questions; on standard error. */
export interface Screen {
  say(...lines: readonly string[]): void;
  note(label: string, text: string): void;
  faint(label: string, text: string): void;
  /** verdicts that the last answer changed, then how all stand */
  ladder(before: readonly Assessment[], after: readonly Assessment[]): void;
}

const stand = ({ verdict, tally }: Assessment): string =>
  [verdict, tally.met, tally.unmet, tally.unknown, tally.manual, tally.computable].join(' ');

export const terminalScreen = (style: Style): Screen => ({
  say: (...lines) => say(lines),
  note: (label, text) => say(labelled(label, text, 2)),
  faint: (label, text) => say(labelled(label, text, 2).map(style.faint)),
  ladder: (before, after) => {
    const was = new Map(before.map((assessment) => [assessment.edition.id, assessment]));
    const changed = after.filter((assessment) => {
      const old = was.get(assessment.edition.id);
      return old === undefined || stand(old) !== stand(assessment);
    });
    if (changed.length === 0) return;
    for (const { edition, verdict } of changed) {
      const old = was.get(edition.id)?.verdict;
      if (old === undefined || old === verdict) continue;
      const now = style.verdict(verdict, VERDICT_WORDS[verdict]);
      say([`  变为 ${editionLabel(edition)}：${VERDICT_WORDS[old]} → ${now}`]);
    }
    say(
      ladderWords(
        after.map(({ edition, verdict, tally }) => ({ name: shortName(edition), verdict, tally })),
        style,
      ),
    );
  },
});
