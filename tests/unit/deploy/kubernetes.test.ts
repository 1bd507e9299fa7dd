import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { Ingress } from 'kubernetes-models/networking.k8s.io/v1/Ingress';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { Service } from 'kubernetes-models/v1/Service';
import { ServiceAccount } from 'kubernetes-models/v1/ServiceAccount';
import { expect, test } from 'vitest';
import { parseEnvironment } from '#lib/server/environment.ts';
import { at, readDocuments } from './deploy-files.ts';

const ALL = [Deployment, Ingress, NetworkPolicy, PodDisruptionBudget, ConfigMap, Service, ServiceAccount];
const KINDS = new Map<string, (typeof ALL)[number]>(ALL.map((kind) => [kind.kind, kind]));

const documents = readDocuments('kubernetes.yaml');
const ofKind = (kind: string) => documents.find((document) => document['kind'] === kind);
const pod = at(ofKind('Deployment'), 'spec.template.spec');
const container = at(pod, 'containers.0');

test('consists of objects that the API of Kubernetes knows, each once', () => {
  expect(documents.map(({ kind }) => kind).sort()).toEqual([...KINDS.keys()].sort());
  for (const document of documents) {
    const Kind = KINDS.get(String(document['kind']));
    expect(() => Kind && new Kind(document).validate()).not.toThrow();
  }
});

test('the check of the objects bites', () => {
  const deployment = structuredClone(ofKind('Deployment'));
  Object.assign(Object(at(deployment, 'spec')), { replicas: 'two' });
  expect(() => new Deployment(deployment).validate()).toThrow();
});

test('runs as nobody in particular, on a file system that it cannot write', () => {
  expect(at(pod, 'securityContext')).toMatchObject({ runAsNonRoot: true, runAsUser: 1000 });
  expect(at(container, 'securityContext')).toEqual({
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] }
  });
  expect(at(pod, 'automountServiceAccountToken')).toBe(false);
  expect(at(container, 'resources.limits')).toEqual({ cpu: '2', memory: '1Gi' });
});

test('is asked at the addresses and the port that the program has, and has the time to drain', () => {
  const config = at(ofKind('ConfigMap'), 'data');
  const environment = parseEnvironment({ ...Object(config) });
  expect(at(container, 'ports.0.containerPort')).toBe(environment.port);
  expect(at(container, 'livenessProbe.httpGet')).toEqual({ path: '/healthz', port: 'http' });
  expect(at(container, 'readinessProbe.httpGet')).toEqual({ path: '/readyz', port: 'http' });
  expect(at(ofKind('Service'), 'spec.ports.0.targetPort')).toBe('http');
  const noticed =
    Number(at(container, 'readinessProbe.periodSeconds')) *
      Number(at(container, 'readinessProbe.failureThreshold')) +
    Number(at(container, 'readinessProbe.timeoutSeconds'));
  expect(environment.drainSeconds).toBeGreaterThan(noticed);
  expect(Number(at(pod, 'terminationGracePeriodSeconds'))).toBeGreaterThan(environment.drainSeconds + 20);
});

test('keeps two instances, replaces them one by one, and holds no secret itself', () => {
  expect(at(ofKind('Deployment'), 'spec.replicas')).toBe(2);
  expect(at(ofKind('Deployment'), 'spec.strategy.rollingUpdate')).toEqual({ maxUnavailable: 0, maxSurge: 1 });
  expect(at(ofKind('PodDisruptionBudget'), 'spec.minAvailable')).toBe(1);
  expect(at(container, 'envFrom.1.secretRef.name')).toBe('footnote');
  expect(documents.map(({ kind }) => kind)).not.toContain('Secret');
});
