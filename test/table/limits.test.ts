import { describe, expect, it } from 'vitest';
import { bytesSource, openTables } from '../../src/table/index.ts';
import { packageBytes, readFirst } from './support.ts';

const ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>企业名称</t></is></c></row>';

const refusal = async (bytes: Uint8Array): Promise<unknown> => {
  try {
    await readFirst(bytes);
    return 'read';
  } catch (error) {
    return error;
  }
};

const code = (code: string, text: string) => ({
  diagnostics: [
    { code, severity: 'error', message: expect.stringContaining(text), fix: expect.stringMatching(/./) },
  ],
});

/** Rewrites what the zip's directory declares of the sheet's unpacked size. */
const declaring = (bytes: Uint8Array, size: number): Uint8Array => {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf('PK\u0001\u0002'); at >= 0; at = copy.indexOf('PK\u0001\u0002', at + 4))
    if (copy.toString('utf8', at + 46, at + 46 + copy.readUInt16LE(at + 28)).includes('sheet1'))
      copy.writeUInt32LE(size, at + 24);
  return new Uint8Array(copy);
};

describe('超过上限的工作簿：拒收，说明原因', () => {
  it('声明解压后2 GB 的部件（压缩炸弹）', async () => {
    const bytes = declaring(await packageBytes({ rows: ROW }), 2 * 1024 ** 3);
    expect(await refusal(bytes)).toMatchObject(code('E401', '像是压缩炸弹'));
  });

  it('声明很小、解压出来很大的部件', async () => {
    const bytes = declaring(await packageBytes({ rows: ROW + ' '.repeat(100 * 1024 * 1024) }), 1000);
    expect(await refusal(bytes)).toMatchObject({
      diagnostics: [{ code: expect.stringMatching(/^E40[15]$/) }],
    });
  });

  it('真的有100 MB 空白的部件', async () => {
    const bytes = await packageBytes({ rows: ROW + ' '.repeat(100 * 1024 * 1024) });
    expect(await refusal(bytes)).toMatchObject(code('E401', '压缩炸弹'));
  });

  it('声明16,384列、一百万行而只有一格的表照常读', async () => {
    const bytes = await packageBytes({
      rows: ROW,
      head: '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" width="9"/></cols>',
    });
    expect((await readFirst(bytes)).words).toEqual(['A1=企业名称']);
  });

  it('一行真有16,384格的表：读得出，不拖垮', async () => {
    const cells = Array.from({ length: 16_384 }, () => '<c><v>1</v></c>').join('');
    const bytes = await packageBytes({ rows: `<row r="1">${cells}</row>` });
    expect((await readFirst(bytes)).words.length).toBe(16_384);
  });

  it('合并单元格超过20万处', async () => {
    const merges = Array.from(
      { length: 200_001 },
      (_, at) => `<mergeCell ref="A${at + 1}:B${at + 1}"/>`,
    ).join('');
    const bytes = await packageBytes({
      rows: ROW,
      tail: `<mergeCells>${merges}</mergeCells>`,
      compression: 'STORE',
    });
    expect(await refusal(bytes)).toMatchObject(code('E401', '合并单元格超过'));
  });

  it('空文件、旧版 .xls、加密、网页各有各的话', async () => {
    const open = (bytes: Uint8Array): Promise<unknown> =>
      openTables(bytesSource(bytes), '名单.xlsx').then(
        () => 'read',
        (error: unknown) => error,
      );
    const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]);
    expect(await open(new Uint8Array())).toMatchObject(code('E402', '空文件'));
    expect(await open(ole)).toMatchObject(code('E404', '旧版 .xls'));
    expect(await open(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toMatchObject(
      code('E403', '打开密码'),
    );
    expect(await open(Buffer.from('<html><table></table></html>'))).toMatchObject(code('E402', '网页'));
  });
});
