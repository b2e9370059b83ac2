import type { Document } from '../../domain/document/schema.ts';

/** Photos are shown, papers saved; with the name in full (RFC 5987) and in signs every program takes. */
export function dispositionOf({ name, type }: Pick<Document, 'name' | 'type'>): string {
  const kind = type === 'application/pdf' ? 'attachment' : 'inline';
  const plain = name.replace(/[^ -~]/g, '_').replace(/["%\\]/g, '_');
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${full}`;
}
