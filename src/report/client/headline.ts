import type { CriterionView, Step } from './model.ts';

const MOST = 3;

const failing = (view: CriterionView): string => {
  if (view.gaps.length > 0) return view.gaps.join('；');
  return view.actual === undefined ? `不符合：${view.text}` : `不符合：${view.text}（实际${view.actual}）`;
};

/** The few lines a reader in a hurry needs: what fails, else what to ask, else what to judge. */
export const headlines = (step: Step): readonly string[] => {
  const of = (verdict: CriterionView['verdict']): readonly CriterionView[] =>
    step.decisive.find((group) => group.verdict === verdict)?.criteria ?? [];
  const limited = (texts: readonly string[]): readonly string[] =>
    texts.length <= MOST ? texts : [...texts.slice(0, MOST), `另有${texts.length - MOST}项，见下`];
  if (step.row.verdict === 'unmet') return limited(of('unmet').map(failing));
  if (step.questions.length > 0) return limited(step.questions.map(({ label }) => `先问：${label}`));
  return limited(of('manual').map((view) => `要判断：${view.text}`));
};
