import type { Assessment, RankedQuestion } from '../assess/index.ts';
import type { CivilDate } from '../base/date.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { PitfallReport } from '../pitfalls/index.ts';
import {
  type Edition,
  IN_FORCE_WORDS,
  type InForce,
  NATIONAL,
  type Tier,
  windowState,
} from '../policy/index.ts';
import type { Profile } from '../profile/index.ts';

/** One enterprise against the programmes of a day: what every report is made from. */
export interface CheckResult {
  readonly profile: Profile;
  readonly name: string;
  readonly asOf: CivilDate;
  readonly baseYear: number;
  readonly place?: string;
  readonly assessments: readonly CheckedProgramme[];
  /** named by the user rather than chosen by place and day */
  readonly chosen: boolean;
  /** what the reader should know before anything else */
  readonly notes: readonly string[];
  /** remarks of the reader */
  readonly findings: readonly Diagnostic[];
  /** 注意事项, under the editions of the next step */
  readonly pitfalls: PitfallReport;
}

export interface CheckedProgramme {
  readonly assessment: Assessment;
  readonly inForce: InForce;
}

/** The national ladder, from the bottom up. */
export const STEPS: ReadonlyArray<{ readonly name: string; readonly tiers: readonly Tier[] }> = [
  { name: '科技和创新型中小企业', tiers: ['科技型', '创新型'] },
  { name: '专精特新中小企业', tiers: ['专精特新'] },
  { name: '专精特新“小巨人”', tiers: ['小巨人'] },
  { name: '重点“小巨人”', tiers: ['重点小巨人'] },
];

/**
 * The next step on the ladder: the lowest step none of whose titles is validly held.
 * Reviews belong to the step of the title they renew. An edition that may no longer hold is no step while a sure one is there.
 */
export const nextStep = (
  result: Pick<CheckResult, 'assessments' | 'chosen'>,
): readonly CheckedProgramme[] => {
  if (result.chosen) return result.assessments;
  const highestHeld = STEPS.findLastIndex(({ tiers }) =>
    result.assessments.some(
      ({ assessment }) => tiers.includes(assessment.edition.tier) && assessment.held?.valid === true,
    ),
  );
  for (const { tiers } of STEPS.slice(highestHeld + 1)) {
    const here = result.assessments.filter(
      ({ assessment }) => tiers.includes(assessment.edition.tier) && assessment.verdict !== 'na',
    );
    const sure = here.filter((item) => item.inForce === 'yes');
    if (here.length > 0) return sure.length > 0 ? sure : here;
  }
  return [];
};

/** Is it in force, and can one apply? The two are told apart. */
export const windowText = (edition: Edition, status: InForce, asOf: CivilDate): string => {
  const { open, next } = windowState(edition, asOf);
  const note = edition.windowNote === undefined ? '' : `；${edition.windowNote}`;
  const past = edition.windows
    .filter((window) => window.to < asOf)
    .map((window) => `${window.name}已于${window.to}截止`);
  const state =
    open !== undefined
      ? `${open.name}正在受理，${open.to}截止`
      : next !== undefined
        ? `${next.name}${next.from}开始`
        : past.length > 0
          ? past.join('，')
          : '受理时间以主管部门通知为准';
  return `标准${IN_FORCE_WORDS[status]}；${state}${note}`;
};

/** 名称（版本）; a name that says its edition itself stands alone. */
export const editionLabel = ({ name, edition }: Edition): string =>
  name.includes('（') ? name : `${name}（${edition}）`;

export const periodText = (edition: Edition): string => {
  const end = edition.to === undefined ? '起施行' : `至${edition.to}`;
  const replaced =
    edition.replaced === undefined
      ? ''
      : `；${edition.replaced.on}被${edition.replaced.by}取代（可信度${edition.replaced.confidence}）`;
  return `${edition.from}${end}${replaced}`;
};

/** 文件简称或文号 and annex of where an edition stands. */
export const sourceText = (edition: Edition): string =>
  edition.sources
    .map((source) => [source.number ?? `《${source.document}》`, source.annex].filter(Boolean).join(' '))
    .join('；');

export const CONFIDENCE_WORDS = {
  A: '两处以上印证或全文在手',
  B: '仅一处来源',
  C: '来源不一或未见原文',
  R: '一般认识，未见来源',
} as const;

const REVIEW = '复核';
/** Of a national programme its tier is enough; a province has several of one tier. */
export const shortName = ({ name, tier, kind, jurisdiction }: Edition): string =>
  jurisdiction === NATIONAL ? `${tier}${kind === REVIEW ? REVIEW : ''}` : name;

/** 创新型：成长性得分；专精特新：营业收入、研发占比 */
export const settlesText = (settles: RankedQuestion['settles']): string =>
  settles
    .map(({ edition, criteria }) =>
      [shortName(edition), criteria.join('、')].filter((text) => text !== '').join('：'),
    )
    .join('；');
