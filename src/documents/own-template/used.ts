import { FIELDS, type Field, type Profile } from '../../profile/index.ts';
import type { PlacedTag } from './check.ts';
import type { Section, Subject, Tag } from './tag.ts';

const ofSubject = (subject: Subject): readonly Field[] =>
  subject.kind === 'field' ? [subject.ref.field] : subject.kind === 'records' ? [subject.list.field] : [];

const ofSection = (section: Section): readonly Field[] => {
  switch (section.kind) {
    case 'records':
      return [section.list.field];
    case 'texts':
      return [section.ref.field];
    case 'years':
      return [];
    case 'condition':
      return ofSubject(section.of);
  }
};

const fieldsOf = (tag: Tag): readonly Field[] => {
  switch (tag.kind) {
    case 'tick':
      return ofSubject(tag.of);
    case 'open':
      return ofSection(tag.section);
    case 'close':
      return [];
    case 'value':
      if (tag.source.kind === 'ref') return 'list' in tag.source.ref ? [tag.source.ref.list.field] : [];
      return tag.source.kind === 'field' || tag.source.kind === 'attribute' ? ofSubject(tag.source) : [];
  }
};

/** Fields for which the profile has a fact and the template no tag, in the dictionary's order. */
export const unusedFacts = (tags: readonly PlacedTag[], profile: Profile): readonly Field[] => {
  const used = new Set(tags.flatMap(({ tag }) => fieldsOf(tag)));
  for (const field of [...used]) {
    // a ratio uses what it is worked out from
    if (field.derived === undefined) continue;
    const parts =
      'growthOf' in field.derived
        ? [field.derived.growthOf]
        : [field.derived.numerator, field.derived.denominator];
    for (const part of FIELDS) if (parts.includes(part.id)) used.add(part);
  }
  return FIELDS.filter((field) => isKnown(profile, field) && !used.has(field));
};

const isKnown = (profile: Profile, { id }: Field): boolean =>
  profile.single.has(id) || (profile.yearly.get(id)?.size ?? 0) > 0 || profile.records.has(id);
