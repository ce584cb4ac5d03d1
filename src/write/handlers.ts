/** One function for each type of node, so that a forgotten type does not compile. */
export type Handlers<Node extends {readonly type: string}, Output, Context = undefined> = {
  readonly [Type in Node['type']]: (node: Node & {readonly type: Type}, context: Context) => Output
}

/** Prints a node with the handler of its type. */
export function handle<Node extends {readonly type: string}, Output, Context>(
  handlers: Handlers<Node, Output, Context>,
  node: Node,
  context: Context
): Output {
  const handler = handlers[node.type as Node['type']] as (node: Node, context: Context) => Output // the table pairs types with nodes
  return handler(node, context)
}
