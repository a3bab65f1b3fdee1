import { damaged } from '../limits.ts';
import type { ByteSource } from '../model.ts';
import type { ZipEntry } from '../zip/directory.ts';
import { unpackText } from '../zip/unpack.ts';
import { attributeNamed, tags } from './xml.ts';

interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly entry: ZipEntry;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly date1904: boolean;
  readonly styles?: ZipEntry;
  readonly strings?: ZipEntry;
}

interface Relation {
  readonly id: string;
  /** last word of the type: worksheet, styles, sharedStrings */
  readonly type: string;
  readonly target: string;
}

/** Path of a relation's target, seen from the folder of the part that names it. */
const resolvePath = (folder: string, target: string): string => {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of target.replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/').toLowerCase();
};

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

const relationsOf = (xml: string, folder: string): readonly Relation[] =>
  [...tags(xml)]
    .filter((tag) => tag.name === 'Relationship' && tag.attributes.get('TargetMode') !== 'External')
    .map((tag) => ({
      id: tag.attributes.get('Id') ?? '',
      type: (tag.attributes.get('Type') ?? '').split('/').at(-1) ?? '',
      target: resolvePath(folder, tag.attributes.get('Target') ?? ''),
    }));

type Entries = ReadonlyMap<string, ZipEntry>;

/** Finds the parts of a workbook by its relations, wherever its writer put them. */
export const readWorkbook = async (
  source: ByteSource,
  entries: Entries,
  file: string,
): Promise<WorkbookParts> => {
  const text = async (path: string): Promise<string | undefined> => {
    const entry = entries.get(path);
    return entry === undefined ? undefined : unpackText(source, entry, file);
  };
  const top = relationsOf((await text('_rels/.rels')) ?? '', '');
  const path = top.find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const xml = await text(path);
  if (xml === undefined) throw damaged(file, '里面没有工作簿部件');
  const folder = folderOf(path);
  const relations = relationsOf(
    (await text(`${folder}_rels/${path.slice(folder.length)}.rels`)) ?? '',
    folder,
  );
  const partOf = (type: string): ZipEntry | undefined => {
    const target = relations.find((relation) => relation.type === type)?.target;
    return target === undefined ? undefined : entries.get(target);
  };
  const sheets: SheetPart[] = [];
  let date1904 = false;
  for (const tag of tags(xml)) {
    if (tag.name === 'workbookPr') date1904 = ['1', 'true'].includes(tag.attributes.get('date1904') ?? '');
    if (tag.name !== 'sheet') continue;
    const id = attributeNamed(tag, 'id');
    const relation = relations.find((item) => item.id === id);
    // chart sheets have no cells
    if (relation !== undefined && relation.type !== 'worksheet') continue;
    const name = tag.attributes.get('name') ?? '';
    const entry = relation === undefined ? undefined : entries.get(relation.target);
    if (entry === undefined) throw damaged(file, `找不到工作表“${name}”的部件`);
    const state = tag.attributes.get('state') ?? 'visible';
    sheets.push({
      name: name === '' ? `第${sheets.length + 1}张表` : name,
      hidden: state !== 'visible',
      entry,
    });
  }
  if (sheets.length === 0) throw damaged(file, '里面没有工作表');
  const styles = partOf('styles');
  const strings = partOf('sharedStrings');
  return {
    sheets,
    date1904,
    ...(styles === undefined ? {} : { styles }),
    ...(strings === undefined ? {} : { strings }),
  };
};
