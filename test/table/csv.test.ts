import { describe, expect, it } from 'vitest';
import { readFirst } from './support.ts';

const TEXT = '企业名称,营业收入（2025年，万元）\r\n"示例""甲"",（虚构）",5000\r\n示例乙,"1,200"\r\n';
const CELLS = [
  'A1=企业名称',
  'B1=营业收入（2025年，万元）',
  'A2=示例"甲",（虚构）',
  'B2#5000',
  'A3=示例乙',
  'B3=1,200',
];

/** 企业名称,收入⏎示例,1⏎ as GB18030 has it */
const GB18030 = Buffer.from(
  'c6f3d2b5c3fbb3c62cc1d9c8eb0acabec0fd2c310a'.replace('c1d9c8eb', 'cad5c8eb'),
  'hex',
);

const read = async (bytes: Uint8Array | string, perBatch = 1): Promise<readonly string[]> =>
  (await readFirst(Buffer.from(bytes as string), '名单.csv', perBatch)).words;

describe('CSV', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 带标记', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16 带标记', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['只用 LF 换行', Buffer.from(TEXT.replaceAll('\r\n', '\n'))],
    ['只用 CR 换行', Buffer.from(TEXT.replaceAll('\r\n', '\r'))],
    ['末尾没有换行', Buffer.from(TEXT.trimEnd())],
  ])('%s', async (_, bytes) => {
    expect(await read(bytes)).toEqual(CELLS);
    expect(await read(bytes, 1000)).toEqual(CELLS);
  });

  it('GB18030', async () => {
    expect(await read(GB18030)).toEqual(['A1=企业名称', 'B1=收入', 'A2=示例', 'B2#1']);
  });

  it.each([
    ['制表符', 'A\tB\n1,5\t2\n', ['A1=A', 'B1=B', 'A2=1,5', 'B2#2']],
    ['分号', 'A;B\n1,5;2\n', ['A1=A', 'B1=B', 'A2=1,5', 'B2#2']],
    ['sep= 指明', 'sep=|\nA|B\n1|2\n', ['A1=A', 'B1=B', 'A2#1', 'B2#2']],
  ])('分隔符：%s', async (_, text, cells) => {
    expect(await read(text)).toEqual(cells);
  });

  it('引号里的换行和分隔符属于文字，行号照算', async () => {
    expect(await read('A,B\n"一\n二,三",1\n"",2\n\n四,\n')).toEqual([
      'A1=A',
      'B1=B',
      'A2=一\n二,三',
      'B2#1',
      'B3#2',
      'A5=四',
    ]);
  });

  it('引号没有成对、二进制、认不出的编码都有说明', async () => {
    await expect(read('A,B\n"一,2\n三,4\n')).rejects.toMatchObject({
      diagnostics: [{ code: 'E411', where: { line: 2 } }],
    });
    await expect(read(Buffer.from([65, 0, 1, 2, 3]))).rejects.toMatchObject({
      diagnostics: [{ code: 'E402' }],
    });
    await expect(read(Buffer.from([0x41, 0x0a, 0xff, 0xff, 0xff]))).rejects.toMatchObject({
      diagnostics: [{ code: 'E410' }],
    });
  });
});
