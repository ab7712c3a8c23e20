/** The parts that tests use of clients which have no types of their own. */
declare module 'sdmx-rest' {
  type Query = Readonly<Record<string, unknown>>;
  interface Client {
    getService(service: { url: string; api: string }): object;
    getDataQuery(query: Query): object;
    getDataQuery2(query: Query): object;
    getMetadataQuery(query: Query): object;
    getAvailabilityQuery(query: Query): object;
    getAvailabilityQuery2(query: Query): object;
    getUrl(query: object, service: object): string;
  }
  const client: Client;
  export default client;
}

declare module 'sdmx-json-parser' {
  interface Parser {
    getDatasets(url: string, options?: object): Promise<object>;
    getName(): string;
    getData(): Readonly<Record<string, string | number | null>>[];
  }
  const bundle: { SDMXParser: new () => Parser };
  export default bundle;
}

declare module 'datapackage' {
  interface Resource {
    name: string;
    read(options: { keyed: true }): Promise<Readonly<Record<string, unknown>>[]>;
  }
  interface Package {
    valid: boolean;
    errors: readonly Error[];
    resources: readonly Resource[];
  }
  const bundle: {
    Package: { load(descriptor: object, options: { basePath: string }): Promise<Package> };
  };
  export default bundle;
}

declare module 'jsonstat-toolkit' {
  interface Dataset {
    id: readonly string[];
    value: readonly (number | null)[];
    role: Readonly<Record<string, readonly string[]>>;
    Data(cell: Readonly<Record<string, string>>): { value: number | null; status?: string | null };
    Dimension(id: string): { Category(code: string): { label: string } };
  }
  export default function JSONstat(message: object): Dataset;
}
