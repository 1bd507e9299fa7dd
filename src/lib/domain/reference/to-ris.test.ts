import { describe, expect, it } from 'vitest';
import { toRis } from './to-ris.ts';

describe('toRis', () => {
  it('writes one record a reference, closed by ER, with lines ended by CRLF', () => {
    const ris = toRis([
      {
        id: 'chen2017',
        type: 'article-journal',
        title: 'Elements of cancer immunity',
        author: [{ family: 'Chen', given: 'DS' }, { literal: 'A Society' }],
        'container-title': 'Nature',
        issued: { 'date-parts': [[2017]] },
        volume: '541',
        page: '321-330',
        DOI: '10.1038/nature21349'
      }
    ]);
    expect(ris).toBe(
      [
        'TY  - JOUR',
        'AU  - Chen, DS',
        'AU  - A Society',
        'TI  - Elements of cancer immunity',
        'T2  - Nature',
        'PY  - 2017',
        'VL  - 541',
        'SP  - 321',
        'EP  - 330',
        'DO  - 10.1038/nature21349',
        'ID  - chen2017',
        'ER  - ',
        ''
      ].join('\r\n')
    );
  });

  it('keeps a title with line breaks from making fields of its own', () => {
    expect(
      toRis([{ id: 'x', type: 'book', title: 'One\r\nER  - \nTY  - JOUR' }]).match(/^(TY|ER)/gm)
    ).toEqual(['TY', 'ER']);
  });
});
