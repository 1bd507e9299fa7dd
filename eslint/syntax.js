/** SQL is parameterised: `sql` with a template, or the query builder. */
export const rawSqlSyntax = [
  {
    selector: 'CallExpression[callee.property.name=/^(raw|unsafe)$/][arguments.0.type!="Literal"]',
    message: 'Raw SQL takes no variables. Use the sql template, which sends values as parameters.'
  },
  {
    selector: 'CallExpression[callee.property.name="execute"] > TemplateLiteral',
    message: 'Raw SQL takes no variables. Use the sql template, which sends values as parameters.'
  }
];

/** Plain functions and values; a class is for an error that is thrown. */
export const classSyntax = [
  {
    selector: ':matches(ClassDeclaration, ClassExpression):not([superClass.name=/Error$/])',
    message: 'Classes are for errors only; write functions.'
  },
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' }
];

/** Rules take now, seed and ids as arguments: the same arguments give the same answer in six years. */
export const clockSyntax = [
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Take `now` as an argument.'
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Take `now` as an argument.'
  },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Take `now` as an argument.' },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Take a seed as an argument.'
  }
];
