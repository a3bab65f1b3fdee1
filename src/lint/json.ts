import type { LintReport } from './report.ts';

/** The machine-readable result: 字符数 and places in characters, counted from 1. */
export const lintJson = (
  { file, asOf, edition, profile, results, remarks }: LintReport,
  schemaVersion: number,
) => ({
  schemaVersion,
  file,
  asOf,
  form: edition.name,
  profile: profile?.file ?? null,
  texts: results.map(({ text, counts, limit, notes }) => ({
    kind: text.kind?.id ?? null,
    name: text.kind?.name ?? null,
    recognisedBy: text.by ?? null,
    paragraphs: text.spans.length,
    characters: counts.characters,
    words: counts.words,
    han: counts.han,
    limit: limit ?? null,
    findings: notes.map(({ code, severity, basis, message, why, fix, citation, facts, where }) => ({
      code,
      severity,
      basis,
      message,
      why,
      fix: fix ?? null,
      citation,
      where: where ?? null,
      facts,
    })),
  })),
  remarks,
});
