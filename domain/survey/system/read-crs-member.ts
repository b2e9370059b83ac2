import type { DeclaredSystem } from '../survey-file.ts';
import { declareSystem } from './declared-system.ts';
import { systemOfName } from './read-system-name.ts';
import { systemOf } from './systems.ts';

const epsgForms = [
  /^epsg:{1,2}(\d{4,6})$/i,
  /^urn:(?:x-)?ogc:def:crs:epsg:[\d.]*:(\d{4,6})$/i,
  /^https?:\/\/www\.opengis\.net\/(?:def\/crs\/epsg\/[\d.]+\/|gml\/srs\/epsg\.xml#)(\d{4,6})$/i,
];
const lonLat =
  /^(?:urn:(?:x-)?ogc:def:crs:ogc:[\d.]*:|ogc:|https?:\/\/www\.opengis\.net\/def\/crs\/ogc\/[\d.]+\/)?crs84$/i;

/**
 * The `crs` member of GeoJSON before RFC 7946: names in urn, URL and short form, the older `{type: "EPSG"}`, a bare
 * string; null when the file has none. A link, or a name nobody knows, comes back with its words only.
 */
export function readCrsMember(member: unknown): DeclaredSystem | null {
  const text = textOf(member);
  if (text === null) return null;
  if (lonLat.test(text)) return declareSystem('crs-member', text, systemOf(4326));
  for (const form of epsgForms) {
    const code = form.exec(text)?.[1];
    if (code !== undefined) return declareSystem('crs-member', text, systemOf(Number(code)), Number(code));
  }
  return declareSystem('crs-member', text, systemOfName(text));
}

function textOf(member: unknown): string | null {
  if (member === null || member === undefined) return null;
  if (typeof member === 'string') return member.trim();
  const properties = field(member, 'properties');
  const code = field(properties, 'code');
  if (typeof code === 'number' || typeof code === 'string') return `EPSG:${code}`;
  const name = field(properties, 'name') ?? field(properties, 'href');
  return typeof name === 'string' ? name.trim() : '';
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
