import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse, parseAllDocuments } from 'yaml';

const plain = v.record(v.string(), v.unknown());

/** A file of deploy/. */
export const deployFile = (name: string) => readFileSync(`deploy/${name}`, 'utf8');

/** A YAML file of deploy/ with one document. */
export const readYaml = (name: string) => v.parse(plain, parse(deployFile(name)));

/** The documents of a YAML file of deploy/. Throws where one of them is no YAML. */
export function readDocuments(name: string) {
  return parseAllDocuments(deployFile(name)).map((document) => {
    if (document.errors.length > 0) throw new Error(document.errors.join());
    return v.parse(plain, document.toJS());
  });
}

/** What stands at a path of a parsed document; undefined where the path leads nowhere. */
export function at(document: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null) return undefined;
    return new Map(Object.entries(inner)).get(key);
  }, document);
}
