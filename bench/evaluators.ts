import { assess } from '../src/assess/index.ts';
import { loadPolicyFolder } from '../src/authoring/index.ts';
import { type Edition, inForce } from '../src/policy/index.ts';
import { fromPlain, type Profile, readProfile } from '../src/profile/index.ts';
import { AS_OF, type Company, companyOf, plainProfile } from './company.ts';
import { meetsLittleGiant2026, meetsZjtx2026 } from './hand-written.ts';
import { engineLittleGiant2026, engineZjtx2026 } from './rules-engine.ts';
import { median, table } from './table.ts';

const COMPANIES = 500;
const ROUNDS = 15;
/** the hand-written function is too fast to time once over */
const REPEATS = 50;

interface Contest {
  readonly edition: Edition;
  readonly byHand: (company: Company) => boolean;
  readonly byEngine: (company: Company) => Promise<boolean>;
}

/** The computable part: nothing 不符合. What is left open must be a person's judgement, never a missing figure. */
const meets = (profile: Profile, edition: Edition): boolean => {
  const { verdict, tally } = assess(profile, edition, AS_OF);
  if (tally.unknown > 0) throw new Error(`${edition.id}: a complete company lacks facts`);
  return verdict !== 'unmet';
};

const perCompany = (milliseconds: number, companies: number): number => (milliseconds * 1000) / companies;

interface Prepared {
  readonly company: Company;
  readonly profile: Profile;
}

/** @throws Error where the three do not agree: then their times must not be compared */
const agreement = async (
  { edition, byHand, byEngine }: Contest,
  prepared: readonly Prepared[],
): Promise<number> => {
  let met = 0;
  for (const [index, { company, profile }] of prepared.entries()) {
    const verdicts = [meets(profile, edition), byHand(company), await byEngine(company)];
    if (new Set(verdicts).size !== 1)
      throw new Error(`${edition.id}, company ${index}: zjtx, by hand, engine say ${verdicts.join(', ')}`);
    if (verdicts[0] === true) met += 1;
  }
  return met;
};

const race = async (
  { edition, byHand, byEngine }: Contest,
  prepared: readonly Prepared[],
): Promise<readonly [number, number, number]> => {
  const times: [number[], number[], number[]] = [[], [], []];
  let seen = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    for (const { profile } of prepared) if (meets(profile, edition)) seen += 1;
    const assessed = performance.now();
    for (let repeat = 0; repeat < REPEATS; repeat += 1)
      for (const { company } of prepared) if (byHand(company)) seen += 1;
    const handed = performance.now();
    for (const { company } of prepared) if (await byEngine(company)) seen += 1;
    const engined = performance.now();
    times[0].push(perCompany(assessed - start, prepared.length));
    times[1].push(perCompany((handed - assessed) / REPEATS, prepared.length));
    times[2].push(perCompany(engined - handed, prepared.length));
  }
  if (seen === 0) throw new Error('no company met the rules');
  return [median(times[0]), median(times[1]), median(times[2])];
};

/** All editions a list is screened against: the cost of one row. */
const screening = (editions: readonly Edition[], prepared: readonly Prepared[]): number => {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    for (const { profile } of prepared) for (const edition of editions) assess(profile, edition, AS_OF);
    times.push(perCompany(performance.now() - start, prepared.length));
  }
  return median(times);
};

const microseconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} µs`;

export const evaluators = async (): Promise<string> => {
  const editions = loadPolicyFolder('policies').map((file) => file.edition);
  const find = (id: string): Edition => {
    const edition = editions.find((item) => item.id === id);
    if (edition === undefined) throw new Error(`no edition ${id}`);
    return edition;
  };
  const contests: readonly Contest[] = [
    { edition: find('national-zjtx-sme-2026'), byHand: meetsZjtx2026, byEngine: engineZjtx2026 },
    {
      edition: find('national-little-giant-2026'),
      byHand: meetsLittleGiant2026,
      byEngine: engineLittleGiant2026,
    },
  ];
  const prepared = Array.from({ length: COMPANIES }, (_, seed) => {
    const company = companyOf(seed + 1);
    return { company, profile: readProfile(fromPlain(plainProfile(company))).profile };
  });
  const rows: string[][] = [];
  for (const contest of contests) {
    const met = await agreement(contest, prepared);
    const [own, hand, engine] = await race(contest, prepared);
    rows.push([
      contest.edition.id,
      microseconds(own),
      microseconds(hand),
      microseconds(engine),
      `${(own / hand).toFixed(0)}×`,
      `${(own / engine).toFixed(2)}×`,
      `${COMPANIES}家一致（符合${met}家）`,
    ]);
  }
  const current = editions.filter((edition) => inForce(edition, AS_OF) !== 'no');
  const row = screening(current, prepared);
  const heading = ['每家企业', 'zjtx', '手写函数', 'json-rules-engine', '比手写', '比规则引擎', '结论核对'];
  return [
    table([heading, ...rows]),
    '',
    'zjtx 的时间含逐条结论、差距、缺资料和问题清单；手写函数和规则引擎只答是或否，不处理空白。',
    '规则引擎不会数记录、算比率，这些由普通代码先算好，时间计入规则引擎。',
    '',
    `筛查一行（${current.length}个现行项目）：${microseconds(row)}，每秒约${Math.round(1e6 / row)}家`,
  ].join('\n');
};
