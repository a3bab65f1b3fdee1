import type { Diagnostic } from '../../base/diagnostic.ts';
import type { Field, Profile } from '../../profile/index.ts';
import { openArchive } from './archive.ts';
import { checkArchive, type PlacedTag } from './check.ts';
import { unusedFacts } from './used.ts';

export { type FilledTemplate, fillTemplate } from './fill.ts';
export { type TagGroup, tagGroups } from './tag-list.ts';

export interface TemplateReport {
  readonly tags: readonly Pick<PlacedTag, 'source' | 'place'>[];
  readonly problems: readonly Diagnostic[];
  /** known facts of the profile that no tag uses; undefined without a profile */
  readonly unused: readonly Field[] | undefined;
}

/**
 * Finds what is wrong with a consultant's template, all at once.
 * @throws InputError for a file that cannot be read as .docx
 */
export const checkTemplate = async (
  template: Uint8Array,
  file: string,
  baseYear: number,
  profile?: Profile,
): Promise<TemplateReport> => {
  const { tags, problems } = checkArchive(await openArchive(template, file), file, baseYear);
  return { tags, problems, unused: profile === undefined ? undefined : unusedFacts(tags, profile) };
};
