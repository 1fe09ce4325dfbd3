import type {
  ClientSecretDescriptorType,
  CreateUserPoolClientRequest,
  UpdateUserPoolClientRequest,
  UserPoolClientType,
} from '@aws-sdk/client-cognito-identity-provider';
import { expect, expectTypeOf, test } from 'vitest';
import type { AppClient, ClientSecretDescriptor } from '../../src/client/app-client.ts';
import { members, type schema } from '../../src/client/schema.ts';

/** The schema that a type of the SDK asks for. An enum may have values that the SDK does not know yet. */
type SchemaOf<Type> = [Type] extends [Date]
  ? { readonly type: readonly ['string', 'number']; readonly nullable: true }
  : [Type] extends [boolean]
    ? { readonly type: 'boolean'; readonly nullable: true }
    : [Type] extends [number]
      ? { readonly type: 'integer'; readonly nullable: true }
      : [Type] extends [string]
        ? { readonly type: 'string'; readonly nullable: true } & (string extends Type
            ? object
            : { readonly enum: readonly (Type | '' | null)[] })
        : [Type] extends [readonly (infer Entry)[]]
          ? {
              readonly type: 'array';
              readonly nullable: true;
              readonly items: { readonly type: 'string' } & (string extends Entry
                ? object
                : { readonly enum: readonly unknown[] });
            }
          : { readonly type: 'object'; readonly properties: Schemas<Type> };
type Schemas<Type> = { readonly [Member in keyof Type]-?: SchemaOf<NonNullable<Type[Member]>> };

test('the schema has each member of UserPoolClientType, in its kind, and no other', () => {
  members satisfies Schemas<UserPoolClientType>;
  expectTypeOf<keyof typeof members>().toEqualTypeOf<keyof UserPoolClientType>();
  expectTypeOf<keyof typeof members.AnalyticsConfiguration.properties>().toEqualTypeOf<
    keyof NonNullable<UserPoolClientType['AnalyticsConfiguration']>
  >();
  expectTypeOf<keyof typeof members.TokenValidityUnits.properties>().toEqualTypeOf<
    keyof NonNullable<UserPoolClientType['TokenValidityUnits']>
  >();
  expectTypeOf<keyof typeof members.RefreshTokenRotation.properties>().toEqualTypeOf<
    keyof NonNullable<UserPoolClientType['RefreshTokenRotation']>
  >();
  expect(Object.keys(members)).toHaveLength(27);
});

test('every enum value of the SDK is a value of the schema', () => {
  type Of<List> = List extends readonly (infer Entry)[] ? Entry : never;
  type Flows = Of<NonNullable<UserPoolClientType['ExplicitAuthFlows']>>;
  type Grants = Of<NonNullable<UserPoolClientType['AllowedOAuthFlows']>>;
  type Schema = typeof members;
  expectTypeOf<Flows>().toExtend<Of<Schema['ExplicitAuthFlows']['items']['enum']>>();
  expectTypeOf<Grants>().toEqualTypeOf<Of<Schema['AllowedOAuthFlows']['items']['enum']>>();
  expectTypeOf<NonNullable<UserPoolClientType['ClientType']>>().toEqualTypeOf<
    Exclude<Of<Schema['ClientType']['enum']>, '' | null>
  >();
  expectTypeOf<NonNullable<UserPoolClientType['PreventUserExistenceErrors']>>().toEqualTypeOf<
    Exclude<Of<Schema['PreventUserExistenceErrors']['enum']>, '' | null>
  >();
  expect(members.ExplicitAuthFlows.items.enum).toHaveLength(10);
});

test('requests have no member that the schema lacks', () => {
  expectTypeOf<keyof CreateUserPoolClientRequest>().toExtend<keyof typeof schema.properties>();
  expectTypeOf<keyof UpdateUserPoolClientRequest>().toExtend<keyof typeof schema.properties>();
  expectTypeOf<keyof ClientSecretDescriptorType>().toEqualTypeOf<
    keyof typeof schema.properties.ClientSecrets.items.properties
  >();
});

test('the client that rules see has the members of the SDK and the secrets of an audit', () => {
  expectTypeOf<keyof AppClient>().toEqualTypeOf<keyof UserPoolClientType | 'ClientSecrets'>();
  expectTypeOf<keyof ClientSecretDescriptor>().toEqualTypeOf<
    Exclude<keyof ClientSecretDescriptorType, 'ClientSecretValue'>
  >();
});
