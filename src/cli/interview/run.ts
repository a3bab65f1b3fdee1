import { existsSync } from 'node:fs';
import { VERDICT_WORDS } from '../../base/verdict.ts';
import { isCommon } from '../../needs/index.ts';
import { type Edition, editionsFor, type PolicyStore, type Region } from '../../policy/index.ts';
import { decodeText, type Profile, profileYaml } from '../../profile/index.ts';
import { editionLabel } from '../../report/index.ts';
import { regionsOfProfile } from '../check-profile.ts';
import { checkOutput, readInput } from '../io.ts';
import { loadProfile } from '../load-profile.ts';
import { asOfOption, type GlobalOptions, provinceOption } from '../options.ts';
import { openPolicies, requireEdition } from '../policies.ts';
import { terminalStyle, wantsColour } from '../style.ts';
import { openProfileFile, type ProfileFile } from './file.ts';
import { type Prompts, Stopped, terminalPrompts } from './prompts.ts';
import { type Screen, terminalScreen } from './screen.ts';
import { type Ending, runInterview } from './session.ts';

export interface InterviewOptions extends GlobalOptions {
  /** a profile to go on with */
  readonly from?: string;
}

const USUAL = '企业档案.yaml';

/** 企业档案2.yaml, 企业档案3.yaml …, the first that is free. */
const freeName = (count = 2): string => {
  const name = USUAL.replace('.yaml', `${count}.yaml`);
  return existsSync(name) ? freeName(count + 1) : name;
};

interface Start {
  readonly file: ProfileFile;
  readonly text: string;
}

const goOnWith = async (from: string, { output, force }: InterviewOptions): Promise<Start> => {
  const { profile, format } = await loadProfile(from);
  const path = output ?? (format === 'yaml' ? from : from.replace(/\.[^.]+$/, '.yaml'));
  const text = format === 'yaml' ? decodeText(readInput(from), from) : profileYaml(profile);
  if (path === from) return { file: openProfileFile(path, text), text };
  checkOutput(path, force === true);
  const there = existsSync(path) ? decodeText(readInput(path), path) : undefined;
  return { file: openProfileFile(path, there), text };
};

/** The file to write: what -o or --from name, else 企业档案.yaml, which may be there from an earlier time. */
const startOf = async (options: InterviewOptions, prompts: Prompts): Promise<Start> => {
  const { from, output, force } = options;
  if (from !== undefined) return goOnWith(from, options);
  if (output !== undefined) {
    checkOutput(output, force === true);
    const there = existsSync(output) ? decodeText(readInput(output), output) : undefined;
    return { file: openProfileFile(output, there), text: '' };
  }
  if (!existsSync(USUAL)) return { file: openProfileFile(USUAL, undefined), text: '' };
  const free = freeName();
  const name = await prompts.pick(`这里已有 ${USUAL}`, [
    { value: 'on', name: `接着填 ${USUAL}` },
    { value: 'new', name: `另建 ${free}` },
  ]);
  return name === 'on' ? goOnWith(USUAL, {}) : { file: openProfileFile(free, undefined), text: '' };
};

const editionsOf = async (
  profile: Profile,
  store: PolicyStore,
  options: InterviewOptions,
  province: Region | undefined,
  prompts: Prompts,
): Promise<readonly Edition[]> => {
  if (options.programme !== undefined) return options.programme.map((id) => requireEdition(store, id));
  const regions = province === undefined ? regionsOfProfile(profile) : [province];
  const all = editionsFor(store.summaries, regions, asOfOption(options.asOf)).map((item) =>
    store.load(item.id),
  );
  const chosen = await prompts.tick(
    '要看哪些项目（只问它们要用的）',
    all.map((edition) => ({ value: edition.id, name: editionLabel(edition) })),
    new Set(all.filter(isCommon).map(({ id }) => id)),
  );
  return all.filter(({ id }) => chosen.includes(id));
};

const ending = ({ stopped, answers, assessments }: Ending, path: string, screen: Screen): void => {
  screen.say('');
  if (assessments.length > 0) screen.say('现在的结论（预检，认定以主管部门为准）');
  for (const { edition, verdict, tally } of assessments)
    screen.say(
      `  ${editionLabel(edition)}：${VERDICT_WORDS[verdict]}（符合${tally.met}/${tally.computable}，不符合${tally.unmet}，缺资料${tally.unknown}，待人核实${tally.manual}）`,
    );
  if (!existsSync(path)) {
    screen.say('还没有回答，没有写文件。');
    return;
  }
  screen.say(
    `${stopped ? '已停下。' : ''}这次记下${answers}项，存在 ${path}`,
    `接着填　zjtx init --from ${path}`,
    `看详情　zjtx check ${path}`,
    `还缺什么　zjtx missing ${path}`,
  );
};

/** zjtx init on a terminal: an interview that writes a profile. */
export const interview = async (options: InterviewOptions): Promise<number> => {
  const asOf = asOfOption(options.asOf);
  const province = provinceOption(options.province);
  const store = await openPolicies(options.policies);
  for (const id of options.programme ?? []) requireEdition(store, id);
  const prompts = await terminalPrompts(wantsColour(process.stderr));
  const screen = terminalScreen(terminalStyle(true, process.stderr));
  try {
    const { file, text } = await startOf(options, prompts);
    screen.say(
      `边问边存到 ${file.path}；评估日 ${asOf}。`,
      '不知道就直接回车跳过：空白不当0，也不当“无”。',
      '? 看口径和佐证，< 回上一题，Ctrl-C 停下，以后接着填。',
    );
    const result = await runInterview({
      prompts,
      screen,
      file,
      text,
      asOf,
      chooseEditions: (profile) => editionsOf(profile, store, options, province, prompts),
    });
    ending(result, file.path, screen);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    screen.say('已停下，没有写文件。');
  }
  return 0;
};
