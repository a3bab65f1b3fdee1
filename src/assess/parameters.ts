import type { Edition } from '../policy/index.ts';
import type { Fact, Profile } from '../profile/index.ts';

/** The profile with the 外部参数 that the document gives: its figures hold, whatever the profile says. */
export const withParameters = (profile: Profile, edition: Edition): Profile => {
  if (edition.parameters.length === 0) return profile;
  const yearly = new Map(profile.yearly);
  for (const { field, values, source } of edition.parameters) {
    const given = values.map(([year, value]): [number, Fact] => [year, { value, source }]);
    yearly.set(field, new Map([...(yearly.get(field) ?? []), ...given]));
  }
  return { ...profile, yearly };
};
