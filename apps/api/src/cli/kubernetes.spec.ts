import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Deployment } from 'kubernetes-types/apps/v1.d.ts';
import type { CronJob } from 'kubernetes-types/batch/v1.d.ts';
import type {
  Container,
  PersistentVolumeClaim,
  PodSpec,
  Service,
  ServiceAccount,
} from 'kubernetes-types/core/v1.d.ts';
import type { Ingress, NetworkPolicy } from 'kubernetes-types/networking/v1.d.ts';
import type { PodDisruptionBudget } from 'kubernetes-types/policy/v1.d.ts';
import { parseAllDocuments } from 'yaml';
import { readEnv } from '../config/env.ts';

const root = path.join(import.meta.dirname, '../../../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const FOLDER = 'operations/kubernetes';
const inFolder = (file: string) => read(`${FOLDER}/${file}`);

type Kinds =
  | CronJob
  | Deployment
  | Ingress
  | NetworkPolicy
  | PersistentVolumeClaim
  | PodDisruptionBudget
  | Service
  | ServiceAccount;
type Manifest = Kinds & { apiVersion: string; kind: string; metadata: { name: string } };
type Kind = Manifest['kind'];

/** Reads YAML like kubectl, but refuses a key that is given twice. */
function documentsOf(text: string): Manifest[] {
  return parseAllDocuments(text, { version: '1.1', strict: true, uniqueKeys: true }).map(
    (document) => {
      const [problem] = [...document.errors, ...document.warnings];
      if (problem) throw problem;
      return document.toJS() as Manifest;
    },
  );
}

/** What the compiler reports when the manifests are typed with the types of Kubernetes: fields that are unknown, missing or of the wrong type. */
function mistakesIn(manifests: readonly Manifest[]): string[] {
  const types = path.join(root, 'node_modules/kubernetes-types');
  const folder = mkdtempSync(path.join(tmpdir(), 'qadam-manifests-'));
  const file = path.join(folder, 'manifests.ts');
  const lines = manifests.map((manifest, index) => {
    // "v1" belongs to the group "core"; the types of "networking.k8s.io/v1" are in the folder "networking"
    const [version = '', group = 'core'] = manifest.apiVersion.split('/').reverse();
    const type = `import('${types}/${group.split('.')[0] ?? ''}/${version}').${manifest.kind}`;
    return `export const _${index}: ${type} = ${JSON.stringify(manifest)};`;
  });
  try {
    writeFileSync(file, lines.join('\n'));
    const { stdout } = spawnSync(
      process.execPath,
      [
        path.join(root, 'node_modules/typescript-native/bin/tsc'),
        ...['--noEmit', '--strict', '--types', '', '--lib', 'es5', '--pretty', 'false', file],
      ],
      { encoding: 'utf8', cwd: folder },
    );
    return stdout.split('\n').filter((line) => line.includes(' error '));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const kustomization = documentsOf(inFolder('kustomization.yaml'))[0] as unknown as {
  resources: string[];
};
const manifests = kustomization.resources.flatMap((file) => documentsOf(inFolder(file)));
const all = <K extends Kind>(kind: K) =>
  manifests.filter((one): one is Extract<Manifest, { kind: K }> => one.kind === kind);
function only<K extends Kind>(kind: K): Extract<Manifest, { kind: K }> {
  const [found, ...others] = all(kind);
  if (found === undefined || others.length > 0) throw new Error(`not one ${kind}`);
  return found;
}

const server = only('Deployment').spec;
const job = only('CronJob').spec?.jobTemplate.spec?.template;
const pods = [server?.template, job].map((template) => ({
  labels: template?.metadata?.labels ?? {},
  spec: template?.spec as PodSpec,
}));
const [site, backup] = pods.map(({ spec }) => spec.containers[0] as Container);
const IMAGE = read('operations/Containerfile');
const ofImage = (pattern: RegExp) => pattern.exec(IMAGE)?.[1] ?? '';

/** The variables in a file; with `all` also those that are commented out as examples. */
const variablesOf = (file: string, all = false) =>
  Object.fromEntries(
    [...inFolder(file).matchAll(all ? /^#?([A-Z_]+)=(.*)$/gm : /^([A-Z_]+)=(.*)$/gm)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
const SECRETS = 'secrets.example.env';
/** Variables that the image or the backup sets, or that are useless with an external database. */
const NOT_SET = ['PORT', 'HOST', 'DATA_DIR', 'QADAM_DEMO', 'BACKUP_RECIPIENT', 'TMPDIR'];
/** Read by the library that sends traces. */
const OF_LIBRARY = ['OTEL_EXPORTER_OTLP_HEADERS'];

describe('the manifests for Kubernetes', () => {
  it('have the fields of Kubernetes and no others', () => {
    expect(manifests.length).toBeGreaterThan(7);
    expect(mistakesIn(manifests)).toEqual([]);
  });

  it('are refused with a field that is misspelt, in another place, missing or of another type', () => {
    const text = inFolder('qadam.yaml');
    const wrong = [
      ['readOnlyRootFilesystem: true', 'readOnlyRootFileSystem: true'],
      ['maxSurge: 1', 'replicas: 2'],
      ['mountPath: /tmp', 'readOnly: false'],
      ['replicas: 2', 'replicas: "2"'],
    ].map(([from = '', to = '']) => {
      expect(text).toContain(from);
      return documentsOf(text.replace(from, to)).find(({ kind }) => kind === 'Deployment');
    });
    expect(mistakesIn(wrong.flatMap((one) => one ?? []))).toEqual([
      expect.stringContaining(`'"readOnlyRootFileSystem"' does not exist`),
      expect.stringContaining(`'"replicas"' does not exist`),
      expect.stringContaining("'mountPath' is missing"),
      expect.stringContaining("'string' is not assignable to type 'number'"),
    ]);
  });

  it('are refused with a field that is given twice', () => {
    expect(() => documentsOf('kind: Service\nkind: Secret\n')).toThrow('unique');
  });

  it('are all applied, as the version of this code', () => {
    expect(readdirSync(path.join(root, FOLDER)).toSorted()).toEqual(
      ['kustomization.yaml', SECRETS, 'settings.env', ...kustomization.resources].toSorted(),
    );
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(kustomization).toEqual({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      resources: expect.any(Array),
      images: [{ name: site?.image, newName: expect.any(String), newTag: version }],
      configMapGenerator: [{ name: 'qadam', envs: ['settings.env'] }],
      secretGenerator: [{ name: 'qadam', envs: ['secrets.env'] }],
    });
    expect(backup?.image).toBe(site?.image);
  });

  it('set every variable that the page explains, each with a value that the product takes', () => {
    const page = [...read('docs/operations.md').matchAll(/^\| (`[A-Z_`, ]+`) +\|/gm)]
      .flatMap(([, names = '']) => [...names.matchAll(/[A-Z_]+/g)].map(([name]) => name))
      .filter((name) => !NOT_SET.includes(name));
    const examples = { ...variablesOf('settings.env', true), ...variablesOf(SECRETS, true) };
    expect(Object.keys(examples).toSorted()).toEqual(page.toSorted());
    const code = read('apps/api/src/config/env.ts');
    expect(page.filter((name) => !new RegExp(`\\b${name}:`).test(code))).toEqual(OF_LIBRARY);

    const SESSION_SECRET = 'x'.repeat(32);
    const set = { ...variablesOf('settings.env'), ...variablesOf(SECRETS), SESSION_SECRET };
    expect(readEnv(set)).toMatchObject({ production: true, insecure: [] });
    expect(readEnv({ ...examples, SESSION_SECRET })).toMatchObject({ insecure: [] });
    expect(() => readEnv(variablesOf(SECRETS))).toThrow('SESSION_SECRET');
  });

  it('bring those variables to the processes, and keep secrets out of what is public', () => {
    expect(read('.gitignore').split('\n')).toContain('secrets.env');
    expect(site?.envFrom).toEqual([
      { configMapRef: { name: 'qadam' } },
      { secretRef: { name: 'qadam' } },
    ]);
    expect(Object.keys(variablesOf('settings.env', true)).join()).not.toMatch(/SECRET|_URLS?\b/);
    const refs = (backup?.env ?? []).flatMap(({ valueFrom }) => valueFrom?.secretKeyRef ?? []);
    expect(refs.length).toBeGreaterThan(0);
    for (const { name, key } of refs) {
      expect(name).toBe('qadam');
      expect(variablesOf(SECRETS)).toHaveProperty(key);
    }
  });

  it('run the image as the user it is made for, and the command it has or the one that backs up', () => {
    const [uid, gid] = ofImage(/^USER (\S+)$/m)
      .split(':')
      .map(Number);
    for (const { spec } of pods)
      expect(spec.securityContext).toMatchObject({ runAsUser: uid, runAsGroup: gid });
    expect([site?.command, site?.args]).toEqual([undefined, undefined]);
    const unit = /ExecStart=\/bin\/sh -c 'exec \/usr\/bin\/(.+)'$/m.exec(
      read('operations/qadam-backup.service'),
    );
    const [shell, flag, line = ''] = backup?.command ?? [];
    expect([shell, flag]).toEqual(['/bin/sh', '-c']);
    expect(line.replace('exec ', '').replace('/backup/', '/var/lib/qadam-backup/')).toBe(
      unit?.[1]?.replace('%%', '%'),
    );
  });

  it('ask where the product answers, and leave it the time it takes to stop', () => {
    const health = read('apps/api/src/http/health.module.ts');
    const [, base = ''] = /@Controller\('(\w+)'\)/.exec(health) ?? [];
    const paths = [...health.matchAll(/@Get\('(\w+)'\)/g)].map(
      ([, name = '']) => `/${base}/${name}`,
    );
    const probes = [site?.startupProbe, site?.readinessProbe, site?.livenessProbe];
    for (const probe of probes) {
      expect(paths).toContain(probe?.httpGet?.path);
      expect(probe?.httpGet?.port).toBe('http');
    }
    const [, toClose = ''] = /TIMEOUT_MS = ([\d_]+)/.exec(read('apps/api/src/start.ts')) ?? [];
    const { drainSeconds } = readEnv(variablesOf('settings.env'));
    const grace = pods[0]?.spec.terminationGracePeriodSeconds ?? 0;
    expect(grace).toBeGreaterThan(drainSeconds + Number(toClose.replace('_', '')) / 1000);
    const { periodSeconds = 0, failureThreshold = 0 } = site?.startupProbe ?? {};
    expect(server?.progressDeadlineSeconds).toBeGreaterThan(periodSeconds * failureThreshold);
  });

  it('name the ports at which it listens, to the service, the ingress and the network', () => {
    const ports = Object.fromEntries(
      (site?.ports ?? []).map(({ name = '', containerPort }) => [name, containerPort]),
    );
    const { metrics, publicOrigin } = readEnv(variablesOf('settings.env'));
    expect(ports).toEqual({ http: Number(ofImage(/^EXPOSE (\d+)$/m)), metrics: metrics?.port });
    expect(ofImage(/^ENV .*\bPORT=(\d+)/m)).toBe(String(ports['http']));

    const service = only('Service');
    expect(service.spec?.ports?.map(({ targetPort }) => targetPort)).toEqual(Object.keys(ports));
    const [rule, ...others] = only('Ingress').spec?.rules ?? [];
    expect([others, `https://${rule?.host ?? ''}`]).toEqual([[], publicOrigin]);
    expect(rule?.http?.paths.map(({ backend }) => backend.service)).toEqual([
      { name: service.metadata.name, port: { name: 'http' } },
    ]);
    const letIn = all('NetworkPolicy').flatMap(({ spec }) => spec?.ingress ?? []);
    expect(letIn.map(({ from, ports }) => [from?.length, ports?.map(({ port }) => port)])).toEqual([
      [1, ['http']],
      [1, ['metrics']],
    ]);
  });

  it('choose pods that there are, and cut all of them off from what is not named', () => {
    const chosen = (labels: Record<string, string> = {}) =>
      pods.filter((pod) =>
        Object.entries(labels).every(([key, value]) => pod.labels[key] === value),
      );
    const [siteOnly] = pods;
    for (const labels of [
      server?.selector.matchLabels,
      only('Service').spec?.selector,
      only('PodDisruptionBudget').spec?.selector?.matchLabels,
      siteOnly?.spec.topologySpreadConstraints?.[0]?.labelSelector?.matchLabels,
    ])
      expect(chosen(labels)).toEqual([siteOnly]);
    const policies = all('NetworkPolicy').map(({ spec }) => spec);
    expect(policies.map((policy) => chosen(policy?.podSelector.matchLabels))).toEqual([
      pods,
      [siteOnly],
    ]);
    for (const policy of policies) expect(policy?.policyTypes).toEqual(['Ingress', 'Egress']);
  });

  it('keep to the Pod Security Standard "restricted", without a token and without writing to the image', () => {
    for (const { spec } of pods) {
      expect(spec).toMatchObject({
        serviceAccountName: only('ServiceAccount').metadata.name,
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      });
      for (const name of ['hostNetwork', 'hostPID', 'hostIPC', 'initContainers'])
        expect(spec).not.toHaveProperty(name);
      expect(spec.containers).toMatchObject([
        {
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          },
          volumeMounts: spec.volumes?.map(({ name }) => ({ name })),
        },
      ]);
      for (const { name, ...source } of spec.volumes ?? [])
        expect([name, Object.keys(source).join()]).toEqual([
          name,
          expect.stringMatching(/^(emptyDir|persistentVolumeClaim)$/),
        ]);
    }
    const claims = pods.flatMap(({ spec }) =>
      (spec.volumes ?? []).flatMap((volume) => volume.persistentVolumeClaim?.claimName ?? []),
    );
    expect(claims).toEqual([only('PersistentVolumeClaim').metadata.name]);
  });

  it('leave a process the memory that the page says it takes, and replace it without a gap', () => {
    const [, gigabytes] = /plan (\d+) GB, with/.exec(read('docs/operations.md')) ?? [];
    expect(site?.resources?.requests?.['memory']).toBe(`${gigabytes ?? ''}Gi`);
    expect(server?.strategy?.rollingUpdate).toEqual({ maxUnavailable: 0, maxSurge: 1 });
    expect(server?.replicas).toBeGreaterThan(1);
  });
});
