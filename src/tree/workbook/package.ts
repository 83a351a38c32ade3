import { strToU8, Zip, ZipDeflate, type ZipInputFile, zipSync } from 'fflate';
import { present } from '../../model/present.ts';
import { joinedBytes } from '../../text/bytes.ts';
import { applyEdits } from '../../text/edits.ts';
import { xmlText } from '../../text/xml.ts';
import { Archive, needed } from './archive.ts';
import { appendEdit, rootOf } from './elements.ts';
import { type Relation, relationsIn, relationsPart } from './relations.ts';
import { signed } from './signature.ts';

// The first day that the archive format knows; its fields are read in local time.
const NEVER = new Date(1980, 0, 1);

/**
 * A workbook as the parts of its archive (Open Packaging Conventions, ECMA-376 part 2), to be changed part by part: what is not
 * written again is kept as it is, not even unpacked. Throws an ArchiveProblem where a part that is needed cannot be read.
 */
export class WorkbookPackage {
  readonly #archive: Archive;
  /** By name in lower case, for names of parts have no case. */
  readonly #written = new Map<string, { name: string; text: string }>();
  /** The address under which the office's own types of relations stand, which differs in strict workbooks. */
  readonly #types: string;
  /** The part that lists the sheets. */
  readonly main: string;

  constructor(bytes: Uint8Array) {
    this.#archive = new Archive(bytes);
    const main = this.relations('').find(({ type }) => type === 'officeDocument');
    this.#types = main?.namespace ?? '';
    this.main = main?.target ?? '';
  }

  /** The text of a part, as it was last written; undefined where there is none. */
  text(name: string): string | undefined {
    return this.#written.get(name.toLowerCase())?.text ?? this.#archive.text(name);
  }

  has(name: string): boolean {
    return this.#written.has(name.toLowerCase()) || this.#archive.has(name);
  }

  /** Writes a part; its type has to be told where it is new. */
  write(name: string, text: string, contentType?: string): void {
    if (contentType !== undefined && this.text(name) === undefined) this.#declare(name, contentType);
    this.#written.set(name.toLowerCase(), { name, text });
  }

  /** A name for a new part: `xl/comments` and `.xml` give `xl/comments1.xml`, or the first number that is free. */
  freeName(stem: string, extension: string): string {
    for (let number = 1; ; number += 1) {
      const name = `${stem}${number}${extension}`;
      if (!this.has(name)) return name;
    }
  }

  relations(part: string): Relation[] {
    const source = this.text(relationsPart(part));
    return source === undefined ? [] : relationsIn(rootOf(source), part);
  }

  /** Relates a part to another and returns the relation's id. */
  relate(part: string, type: string, target: string): string {
    const name = relationsPart(part);
    const source = this.text(name) ?? EMPTY_RELATIONS;
    const root = rootOf(source);
    const taken = new Set(root.children.map(({ attributes }) => attributes.Id));
    let number = 1;
    while (taken.has(`rId${number}`)) number += 1;
    const id = `rId${number}`;
    const relation = xmlText({
      Relationship: { '@Id': id, '@Type': `${this.#types}/${type}`, '@Target': pathTo(target, part) },
    });
    this.write(name, applyEdits(source, [appendEdit(source, root, relation)]));
    return id;
  }

  /** The archive, the same bytes for the same parts. */
  bytes(): Uint8Array {
    const chunks: Uint8Array[] = [];
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      chunks.push(chunk);
    });
    const written = new Map(this.#written);
    for (const entry of this.#archive.entries) {
      const { name, unpacked, checksum, method } = entry;
      const key = name.replace(/^\//, '').toLowerCase();
      const now = written.get(key);
      if (now) {
        addPart(zip, name, now.text);
        written.delete(key);
        continue;
      }
      const file: ZipInputFile = { filename: name, size: unpacked, crc: checksum, compression: method, mtime: NEVER };
      zip.add(file);
      present(file.ondata, 'receiver of a part')(null, this.#archive.packed(entry).slice(), true);
    }
    for (const { name, text } of written.values()) addPart(zip, name, text);
    zip.end();
    return signed(joinedBytes(chunks));
  }

  #declare(name: string, contentType: string): void {
    const source = needed(this.text(CONTENT_TYPES));
    const root = rootOf(source);
    const override = xmlText({ Override: { '@PartName': `/${name}`, '@ContentType': contentType } });
    this.write(CONTENT_TYPES, applyEdits(source, [appendEdit(source, root, override)]));
  }
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';

/** A workbook without any sheet, to which some have to be added before a program opens it. */
export function emptyWorkbook(): Uint8Array {
  const parts = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}/relationships"><sheets/></workbook>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
    mtime: NEVER,
  });
}

/** What the types of a workbook's parts begin with. */
export const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const CONTENT_TYPES = '[Content_Types].xml';
const EMPTY_RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"/>`;

/** The path from a part's folder to another part, which more programs follow than one from the root. */
function pathTo(target: string, part: string): string {
  const folders = part.split('/').slice(0, -1);
  const names = target.split('/');
  while (folders.length > 0 && names.length > 1 && folders[0] === names[0]) {
    folders.shift();
    names.shift();
  }
  return [...folders.map(() => '..'), ...names].join('/');
}

function addPart(zip: Zip, name: string, text: string): void {
  const file = Object.assign(new ZipDeflate(name, { level: 6 }), { mtime: NEVER });
  zip.add(file);
  file.push(strToU8(text), true);
}
