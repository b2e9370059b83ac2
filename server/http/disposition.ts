/** `Content-Disposition` with a name in full (RFC 5987), and a plain one for programs that know only ASCII. */
export function dispositionOf(kind: 'attachment' | 'inline', name: string, plainName: string): string {
  const plain = plainName.replace(/[^ -~]/g, '_').replace(/["%\\]/g, '_');
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${full}`;
}
