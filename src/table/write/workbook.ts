import type { CivilDate } from '../../base/date.ts';
import type { ByteSink } from '../model.ts';
import { type SheetSpec, SheetWriter } from './sheet.ts';
import { STYLES_XML } from './styles.ts';
import { escapeXml } from './xml.ts';
import { writeZip, ZipPart } from './zip.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = (sheets: number): string => {
  const override = (path: string, type: string): string =>
    `<Override PartName="${path}" ContentType="${type}"/>`;
  return [
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('/xl/workbook.xml', `${MAIN}.sheet.main+xml`),
    override('/xl/styles.xml', `${MAIN}.styles+xml`),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    ...Array.from({ length: sheets }, (_, index) =>
      override(`/xl/worksheets/sheet${index + 1}.xml`, `${MAIN}.worksheet+xml`),
    ),
    '</Types>',
  ].join('');
};

const relations = (list: ReadonlyArray<readonly [type: string, target: string]>): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const workbookXml = (sheets: readonly SheetWriter[]): string => {
  const list = sheets.map(
    ({ spec }, index) =>
      `<sheet name="${escapeXml(spec.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const names = sheets.flatMap((sheet, index) => {
    const last = `$${sheet.lastColumn}$${sheet.rows + 1}`;
    const { lastPrinted } = sheet;
    return [
      ...(lastPrinted === undefined
        ? []
        : [
            `<definedName name="_xlnm.Print_Area" localSheetId="${index}">${sheet.quotedName}!$A$1:$${lastPrinted}$${sheet.rows + 1}</definedName>`,
          ]),
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${sheet.quotedName}!$A$1:${last}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet.quotedName}!$1:$1</definedName>`,
    ];
  });
  return `${HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}/relationships"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`;
};

const coreXml = (date: CivilDate): string =>
  `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>zjtx</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:created></cp:coreProperties>`;

/**
 * The port for writing a workbook: open sheets, add rows to any of them in any order, then write the whole to a sink.
 * The same rows give the same bytes. Sheets are held packed, so memory grows with the packed size only.
 */
export class WorkbookWriter {
  readonly #date: CivilDate;
  readonly #sheets: SheetWriter[] = [];

  /** @param date shown as the day of making */
  constructor(date: CivilDate) {
    this.#date = date;
  }

  sheet(spec: SheetSpec): SheetWriter {
    const sheet = new SheetWriter(spec, `xl/worksheets/sheet${this.#sheets.length + 1}.xml`);
    this.#sheets.push(sheet);
    return sheet;
  }

  async write(sink: ByteSink): Promise<void> {
    for (const sheet of this.#sheets) await sheet.close();
    const fixed: ReadonlyArray<readonly [string, string]> = [
      ['[Content_Types].xml', contentTypes(this.#sheets.length)],
      [
        '_rels/.rels',
        relations([
          [`${OFFICE}/relationships/officeDocument`, 'xl/workbook.xml'],
          [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
        ]),
      ],
      ['docProps/core.xml', coreXml(this.#date)],
      ['xl/workbook.xml', workbookXml(this.#sheets)],
      [
        'xl/_rels/workbook.xml.rels',
        relations([
          ...this.#sheets.map(
            (_, index) => [`${OFFICE}/relationships/worksheet`, `worksheets/sheet${index + 1}.xml`] as const,
          ),
          [`${OFFICE}/relationships/styles`, 'styles.xml'],
        ]),
      ],
      ['xl/styles.xml', STYLES_XML],
    ];
    const parts: ZipPart[] = [];
    for (const [name, xml] of fixed) {
      const part = new ZipPart(name);
      await part.write(xml);
      parts.push(part);
    }
    await writeZip([...parts, ...this.#sheets.map((sheet) => sheet.part)], sink);
  }
}
