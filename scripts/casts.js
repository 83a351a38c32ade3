import ts from 'typescript';

/**
 * The casts in a program's own files to a type without undefined or null of what may be just that, each with its place:
 * what is missing would go on unseen as undefined or NaN. `present` checks instead.
 * @param {ts.Program} program
 * @param {(file: string) => boolean} isOwn
 */
export function hidingCasts(program, isOwn) {
  const checker = program.getTypeChecker();
  /** @type {(type: ts.Type, flags: ts.TypeFlags) => boolean} */
  const has = (type, flags) => (type.isUnion() ? type.types : [type]).some((part) => (part.flags & flags) !== 0);
  /** @type {(cast: ts.AsExpression) => boolean} */
  const hides = ({ expression, type }) => {
    const [written, cast] = [checker.getTypeAtLocation(expression), checker.getTypeFromTypeNode(type)];
    // What is cast to these is told apart before it is used.
    if (has(cast, ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return false;
    return [ts.TypeFlags.Undefined | ts.TypeFlags.Void, ts.TypeFlags.Null].some(
      (flags) => has(written, flags) && !has(cast, flags),
    );
  };
  /** @type {string[]} */
  const found = [];
  /** @type {(node: ts.Node, source: ts.SourceFile) => void} */
  const visit = (node, source) => {
    if (ts.isAsExpression(node) && hides(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push(`${source.fileName}:${line + 1} ${node.getText(source)}`);
    }
    ts.forEachChild(node, (child) => visit(child, source));
  };
  for (const source of program.getSourceFiles()) if (isOwn(source.fileName)) visit(source, source);
  return found;
}
