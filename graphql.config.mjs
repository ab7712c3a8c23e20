// Which documents belong to which endpoint: read by graphql-eslint and editors; codegen.ts splits the same way.
const src = 'apps/web/src';
const desk = [
  `${src}/desk/**/*.graphql`,
  `${src}/features/{agreements,audit,desk-quality,desk-summary,following,framework,health,help-lines,imports,notifications,observations,organisations,releases,reviews,targets,translations,users,withdrawals}/**/*.graphql`,
];

export default {
  projects: {
    work: { schema: 'libs/schema/work.graphql', documents: desk },
    public: {
      schema: 'libs/schema/public.graphql',
      documents: `${src}/**/*.graphql`,
      exclude: desk,
    },
  },
};
