import type { CivilDate } from '../../base/date.ts';
import { buildPlan, calendarFile, planJson, planText, readAssumptions } from '../../plan/index.ts';
import { editionsFor } from '../../policy/index.ts';
import type { Profile } from '../../profile/index.ts';
import { checkProfile, regionsOfProfile } from '../check-profile.ts';
import { emit } from '../emit.ts';
import { checkOutput, writeOutput } from '../io.ts';
import { loadProfile } from '../load-profile.ts';
import { asOfOption, type GlobalOptions, provinceOption } from '../options.ts';
import { openPolicies } from '../policies.ts';
import { terminalStyle } from '../style.ts';

export interface PlanOptions extends GlobalOptions {
  readonly set?: readonly string[];
  readonly ics?: string;
}

/** zjtx plan PROFILE: distances, dates, trials, settlement, money and calendar. */
export const plan = async (path: string, options: PlanOptions): Promise<number> => {
  const asOf = asOfOption(options.asOf);
  const province = provinceOption(options.province);
  for (const target of [options.output, options.ics])
    if (target !== undefined) checkOutput(target, options.force === true);
  const store = await openPolicies(options.policies);
  const { profile, diagnostics } = await loadProfile(path);
  const assumptions = readAssumptions(options.set ?? [], profile, asOf);
  const check = (subject: Profile, day: CivilDate) =>
    checkProfile(subject, store, { asOf: day, province, programmes: options.programme }, diagnostics);
  const regions = province === undefined ? regionsOfProfile(profile) : [province];
  const made = buildPlan({
    result: check(profile, asOf),
    assumptions,
    checkOn: (subject, day) => check(subject, day).assessments,
    editionsOn: (day) => editionsFor(store.summaries, regions, day).map((item) => store.load(item.id)),
  });
  if (options.ics !== undefined) {
    writeOutput(
      options.ics,
      calendarFile(made.result.name, asOf, made.calendar.events),
      options.force === true,
    );
    process.stderr.write(`已写入 ${options.ics}：${made.calendar.events.length}个日期\n`);
  }
  emit(
    options.json === true
      ? `${JSON.stringify(planJson(made), null, 2)}\n`
      : planText(made, terminalStyle(options.output === undefined)),
    options,
  );
  return 0;
};
