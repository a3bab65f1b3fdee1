import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import JSZip from 'jszip';
import { parse } from 'yaml';
import { loadPolicyFolder } from '../src/authoring/index.ts';
import {
  type CompanyRequest,
  chooseDocuments,
  companyDocuments,
  parseTemplates,
} from '../src/documents/index.ts';
import { readProfile, readYaml } from '../src/profile/index.ts';
import { AS_OF } from './company.ts';
import { median, table } from './table.ts';

const PROGRAMME = 'national-little-giant-2026';
/** times the same number of empty cells */
const BOUND = 3;
const COLUMNS = 4;

const yamlFiles = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();

const request = (): CompanyRequest => {
  const raw = yamlFiles('templates').map((name) => [
    basename(name, '.yaml'),
    parse(readFileSync(join('templates', name), 'utf8')),
  ]);
  const [sample = ''] = yamlFiles('profiles');
  const path = join('profiles', sample);
  const edition = loadPolicyFolder('policies').find((file) => file.edition.id === PROGRAMME)?.edition;
  if (edition === undefined) throw new Error(`${PROGRAMME} is missing`);
  return {
    profile: readProfile(readYaml(readFileSync(path, 'utf8'), path), path).profile,
    baseYear: 2025,
    asOf: AS_OF,
    editions: [edition],
    notices: [],
    choice: chooseDocuments(parseTemplates(Object.fromEntries(raw)), [edition]),
  };
};

const cellsIn = async (bytes: Uint8Array): Promise<number> => {
  const zip = await JSZip.loadAsync(bytes);
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  return xml.split('<w:tc>').length - 1;
};

/** A document of so many empty cells, as `docx` alone writes it. */
const emptyCells = async (cells: number): Promise<void> => {
  const row = () =>
    new TableRow({
      children: Array.from({ length: COLUMNS }, () => new TableCell({ children: [new Paragraph('')] })),
    });
  const rows = Array.from({ length: Math.max(1, Math.ceil(cells / COLUMNS)) }, row);
  await Packer.toArrayBuffer(new Document({ sections: [{ children: [new Table({ rows })] }] }));
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** All documents of one company against `docx` writing as many documents with as many empty cells, in turn in one process. */
export const documents = async (
  runs: number,
): Promise<{ readonly text: string; readonly withinBounds: boolean }> => {
  const company = request();
  const { documents: made } = await companyDocuments(company);
  const cells = await Promise.all(made.map(({ bytes }) => cellsIn(bytes)));
  const bare = async (): Promise<void> => {
    for (const count of cells) await emptyCells(count);
  };
  await bare();
  const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let run = 0; run < runs; run += 1) {
    times.ours.push(await timed(() => companyDocuments(company)));
    times.bare.push(await timed(bare));
  }
  const [ours, alone] = [median(times.ours), median(times.bare)];
  const factor = ours / alone;
  const total = cells.reduce((sum, count) => sum + count, 0);
  const text = table([
    ['写法', '文件', '格子', '中位数', '倍数', '上限', '结论'],
    ['docx 写同样多的空格子', String(made.length), String(total), `${alone.toFixed(1)} ms`, '1.00×', '', ''],
    [
      '生成一家企业的全部文件',
      String(made.length),
      String(total),
      `${ours.toFixed(1)} ms`,
      `${factor.toFixed(2)}×`,
      `≤ ${BOUND}×`,
      factor <= BOUND ? '达标' : '超出',
    ],
  ]);
  return { text, withinBounds: factor <= BOUND };
};
