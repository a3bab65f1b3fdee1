import type { Wanted } from '../assess/index.ts';
import type { FactRef } from '../profile/index.ts';
import type { CheckResult } from './check-result.ts';
import { SCHEMA_VERSION } from './json.ts';
import { missingFacts } from './missing.ts';
import { evidenceOf, fieldOf } from './missing-text.ts';

const factJson = ({ field, label, year, record, attribute }: FactRef) => ({
  field,
  label,
  ...(year === undefined ? {} : { year }),
  ...(record === undefined ? {} : { record }),
  ...(attribute === undefined ? {} : { attribute }),
});

interface WantedJson {
  readonly all: readonly object[];
  /** `n` of the options are enough */
  readonly choices: ReadonlyArray<{ readonly n: number; readonly of: readonly WantedJson[] }>;
}
const wantedJson = ({ facts, choices }: Wanted): WantedJson => ({
  all: facts.map(factJson),
  choices: choices.map(({ n, of }) => ({ n, of: of.map(wantedJson) })),
});

export const missingJson = (result: CheckResult) => {
  const { open, settled, facts } = missingFacts(result);
  return {
    schemaVersion: SCHEMA_VERSION,
    asOf: result.asOf,
    baseYear: result.baseYear,
    enterprise: { name: result.name },
    facts: facts.map(({ facts: refs, label, settles, alternative }) => {
      const [first] = refs;
      const field = first === undefined ? undefined : fieldOf(first);
      return {
        label,
        facts: refs.map(factJson),
        alternative,
        settles: settles.map(({ edition, criteria }) => ({ programme: edition.id, criteria })),
        unit: field?.unit ?? null,
        basis: field?.basis ?? null,
        evidence: first === undefined ? null : (evidenceOf(first) ?? null),
      };
    }),
    programmes: [
      ...open.map(({ assessment, wanted, smallest }) => ({
        id: assessment.edition.id,
        name: assessment.edition.name,
        verdict: assessment.verdict,
        smallest,
        wanted: wantedJson(wanted),
      })),
      ...settled.map(({ assessment, idle }) => ({
        id: assessment.edition.id,
        name: assessment.edition.name,
        verdict: assessment.verdict,
        smallest: 0,
        wanted: { all: [], choices: [] },
        idle,
      })),
    ],
    notes: result.notes,
  };
};
