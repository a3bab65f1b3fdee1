import type { CivilDate } from '../base/date.ts';
import type { Profile } from '../profile/index.ts';
import type { Draft } from './draft.ts';
import { type LintInput, lintDraft, type TextResult } from './lint.ts';
import type { FormEdition } from './texts.ts';

/** All that a run of lint found out. */
export interface LintReport {
  readonly file: string;
  readonly asOf: CivilDate;
  readonly edition: FormEdition;
  readonly profile?: Profile;
  readonly results: readonly TextResult[];
  /** what was left out or could not be checked */
  readonly remarks: readonly string[];
}

export type LintRequest = Omit<LintInput, 'paragraphs' | 'file'>;

const draftRemarks = ({ text }: Draft): string[] => [
  ...(text.hidden > 0 ? [`隐藏文字${text.hidden}字符没有计入，也没有检查`] : []),
  ...(text.deletions ? ['修订中删去的文字没有计入，插入的已计入'] : []),
  ...(text.notes ? ['脚注、尾注没有计入，也没有检查'] : []),
];

const kindRemarks = (results: readonly TextResult[], edition: FormEdition): string[] =>
  results.flatMap(({ text, limit }) => {
    if (text.kind === undefined)
      return [
        '认不出是哪一种文稿，没有查字数上限、企业名称和结构；用 --kind 指明：总体情况、市占率、研发成果、补短板',
      ];
    return limit === undefined ? [`${edition.name}没有“${text.kind.name}”这一栏，没有查字数上限`] : [];
  });

/** Judges every text of a draft and says what was not judged. */
export const lintReport = (draft: Draft, request: LintRequest): LintReport => {
  const { file } = draft.package;
  const results = lintDraft({ ...request, paragraphs: draft.text.paragraphs, file });
  const noProfile = request.profile === undefined;
  return {
    file,
    asOf: request.asOf,
    edition: request.edition,
    ...(request.profile === undefined ? {} : { profile: request.profile }),
    results,
    remarks: [
      ...kindRemarks(results, request.edition),
      ...(noProfile ? ['没有给企业档案（--profile），没有查企业名称、主张的佐证和数字是否一致'] : []),
      ...draftRemarks(draft),
    ],
  };
};
