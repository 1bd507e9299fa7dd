/** The database's own words when it refuses a statement; fails the test when it does not refuse. */
export async function refusedByDatabase(statement: PromiseLike<unknown>): Promise<string> {
  try {
    await statement;
  } catch (error) {
    return error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
  }
  throw new Error('The database took the statement.');
}
