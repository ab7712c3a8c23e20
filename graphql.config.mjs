// Which documents belong to which endpoint: read by graphql-eslint, codegen and editors.
const desk = 'apps/web/src/desk/**/*.graphql';

export default {
  projects: {
    public: {
      schema: 'libs/schema/public.graphql',
      documents: 'apps/web/src/**/*.graphql',
      exclude: [desk],
    },
    work: { schema: 'libs/schema/work.graphql', documents: desk },
  },
};
