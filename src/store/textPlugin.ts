// Every text comes back as it was saved, whatever is in it. PostgreSQL refuses NUL, libsql ends a text there, and both take half of a
// surrogate pair for U+FFFD: these are written as \u0000, the backslash as \u005c, and read back. A plugin, so that no query forgets it.
import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type PrimitiveValueListNode,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
  type ValueNode,
} from 'kysely';

/** `a\0b` as `a\u0000b`: no two texts are written alike. */
export function escapeText(text: string): string {
  return text.replace(/[\\\0\p{Surrogate}]/gu, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What escapeText was given. */
export function unescapeText(text: string): string {
  return text.replace(/\\u([\da-f]{4})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Escapes every text that a query is given and reads it back in every row. */
export const textPlugin: KyselyPlugin = {
  transformQuery({ node, queryId }: PluginTransformQueryArgs): RootOperationNode {
    return transformer.transformNode(node, queryId);
  },
  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return { ...result, rows: result.rows.map(unescapeRow) };
  },
};

class TextTransformer extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return { ...node, value: escapeValue(node.value) };
  }

  protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
    return { ...node, values: node.values.map(escapeValue) };
  }
}

const transformer = new TextTransformer();

function escapeValue(value: unknown): unknown {
  return typeof value === 'string' ? escapeText(value) : value;
}

function unescapeRow(row: UnknownRow): UnknownRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, typeof value === 'string' ? unescapeText(value) : value]),
  );
}
