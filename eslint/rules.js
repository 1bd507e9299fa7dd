/** Whether a `/** … *\/` comment stands directly above the node. */
function hasDocComment(sourceCode, node) {
  const above = sourceCode.getCommentsBefore(node).at(-1);
  return (
    above?.type === 'Block' && above.value.startsWith('*') && node.loc.start.line - above.loc.end.line <= 1
  );
}

function isFunction(node) {
  return node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression';
}

function exportedFunctions(declaration) {
  if (declaration?.type === 'FunctionDeclaration') return [declaration.id];
  if (declaration?.type !== 'VariableDeclaration') return [];
  return declaration.declarations.filter(({ init }) => isFunction(init)).map(({ id }) => id);
}

/** architecture.md, style 10: an exported function says what it takes and gives. */
const exportedFunctionHasDocComment = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { missing: '{{name}} is exported and needs a short doc comment.' }
  },
  create: (context) => ({
    ExportNamedDeclaration(node) {
      if (hasDocComment(context.sourceCode, node)) return;
      for (const id of exportedFunctions(node.declaration)) {
        context.report({ node: id, messageId: 'missing', data: { name: id.name } });
      }
    }
  })
};

/** A rule may be switched off for a line, never without its why. */
const disableSaysWhy = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      missing:
        'Say why after "--", e.g. `// eslint-disable-next-line rule -- the driver types it as unknown`.'
    }
  },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        if (/^\s*(eslint-disable|@ts-)/.test(comment.value) && !/\s--\s\S/.test(comment.value)) {
          context.report({ loc: comment.loc, messageId: 'missing' });
        }
      }
    }
  })
};

/** The project's own rules. */
export default {
  rules: {
    'exported-function-has-doc-comment': exportedFunctionHasDocComment,
    'disable-says-why': disableSaysWhy
  }
};
