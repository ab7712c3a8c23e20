import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest();
const base64url = (data: Uint8Array) => Buffer.from(data).toString('base64url');

/** A browser and a device in software: a key for one site, with a counter, which signs what it is asked to sign. */
export function softPasskey(origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  const host = sha256(new URL(origin).hostname);
  let counter = 0;

  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const count = () => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE((counter += 1));
    return bytes;
  };
  const answer = { id: base64url(id), rawId: base64url(id), type: 'public-key' } as const;

  function make({ challenge }: PublicKeyCredentialCreationOptionsJSON): RegistrationResponseJSON {
    const key = new Map<number, number | Uint8Array<ArrayBuffer>>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]);
    // flags: a user is present, and credential data follow; the model is unknown
    const head = Buffer.concat([host, Buffer.from([0x41]), count(), Buffer.alloc(16)]);
    const authData = Buffer.concat([head, Buffer.from([0, id.length]), id, isoCBOR.encode(key)]);
    const attestation = isoCBOR.encode(
      new Map<string, string | Map<string, string> | Uint8Array<ArrayBuffer>>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ]),
    );
    return {
      ...answer,
      clientExtensionResults: {},
      response: {
        clientDataJSON: base64url(clientData('webauthn.create', challenge)),
        attestationObject: base64url(attestation),
        transports: ['internal'],
      },
    };
  }

  function show({ challenge }: PublicKeyCredentialRequestOptionsJSON): AuthenticationResponseJSON {
    const client = clientData('webauthn.get', challenge);
    const authenticatorData = Buffer.concat([host, Buffer.from([0x01]), count()]);
    const signed = Buffer.concat([authenticatorData, sha256(client)]);
    return {
      ...answer,
      clientExtensionResults: {},
      response: {
        clientDataJSON: base64url(client),
        authenticatorData: base64url(authenticatorData),
        signature: base64url(sign('sha256', signed, privateKey)),
      },
    };
  }

  /** Turns the counter back, as in a copy of the device. */
  const rewind = (by: number) => {
    counter -= by;
  };
  return { make, show, rewind };
}
