import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  isEnumType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './schema-reference.module.css';

/** All types and fields of the schema, one type at a time. What is deprecated says what to use instead. */
export function SchemaReference({ schema }: { schema: GraphQLSchema }) {
  const { t } = useTranslation('site');
  const [path, setPath] = useState<readonly string[]>(['Query']);
  const type = schema.getType(path.at(-1) ?? 'Query');
  const before = path.at(-2);
  const open = (name: string) => {
    setPath((now) => [...now, name]);
  };
  if (!type) return null;
  return (
    <div className={styles.reference}>
      <div className={styles.head}>
        <h3 translate="no">{type.name}</h3>
        {before !== undefined && (
          <button
            type="button"
            className="quiet-button"
            onClick={() => {
              setPath((now) => now.slice(0, -1));
            }}
          >
            {t('graphql.back', { type: before })}
          </button>
        )}
      </div>
      {type.description != null && <p lang="en">{described(type.description)}</p>}
      <dl>
        {partsOf(type).map((part) => (
          <div key={part.name}>
            <dt>
              <code translate="no">
                {part.name}
                {part.args.length > 0 && (
                  <>
                    (
                    {part.args.map((argument, at) => (
                      <span key={argument.name}>
                        {at > 0 && ', '}
                        {argument.name}: <TypeName of={argument.type} open={open} />
                        {argument.defaultValue !== undefined &&
                          ` = ${JSON.stringify(argument.defaultValue)}`}
                      </span>
                    ))}
                    )
                  </>
                )}
                {part.type && (
                  <>
                    : <TypeName of={part.type} open={open} />
                  </>
                )}
              </code>
            </dt>
            {part.description != null && <dd lang="en">{described(part.description)}</dd>}
            {part.args.map(
              ({ name, description }) =>
                description != null && (
                  <dd key={name} lang="en">
                    <code translate="no">{name}</code>: {described(description)}
                  </dd>
                ),
            )}
            {part.deprecationReason != null && (
              <dd className={styles.deprecated}>
                {t('graphql.deprecated', { reason: part.deprecationReason })}
              </dd>
            )}
          </div>
        ))}
      </dl>
    </div>
  );
}

/** A description, whose names and values are between backticks. */
const described = (text: string) =>
  text.split('`').map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <code key={at} translate="no">
        {part}
      </code>
    ),
  );

interface Part {
  name: string;
  type: GraphQLType | null;
  args: readonly GraphQLArgument[];
  description: string | null | undefined;
  deprecationReason: string | null | undefined;
}

function partsOf(type: GraphQLNamedType): Part[] {
  if (isObjectType(type)) return Object.values(type.getFields());
  if (isEnumType(type))
    return type.getValues().map(({ name, description, deprecationReason }) => {
      return { name, type: null, args: [], description, deprecationReason };
    });
  return [];
}

/** A type with its brackets. Its name leads to its description, except for the built-in scalars that everybody knows. */
function TypeName({ of, open }: { of: GraphQLType; open: (name: string) => void }) {
  const type = getNamedType(of);
  const [before = '', after = ''] = String(of).split(type.name);
  return (
    <>
      {before}
      {isSpecifiedScalarType(type) ? (
        type.name
      ) : (
        <button
          type="button"
          className={styles.type}
          onClick={() => {
            open(type.name);
          }}
        >
          {type.name}
        </button>
      )}
      {after}
    </>
  );
}
