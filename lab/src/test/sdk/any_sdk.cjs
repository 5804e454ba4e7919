// Drives the HTTP door with the AWS SDK for JavaScript: node any_sdk.cjs ENDPOINT. Says "ok" and a name for each thing
// that works.
"use strict";

const assert = require("node:assert/strict");
const ddb = require("@aws-sdk/client-dynamodb");
const streamsSdk = require("@aws-sdk/client-dynamodb-streams");

const endpoint = process.argv[2];
const access = {
  endpoint,
  region: "us-east-1",
  // A key with a dash and an underscore: DynamoDB Local refuses such keys.
  credentials: { accessKeyId: "any-key_at-all", secretAccessKey: "any" },
};
const TableName = "javascript-turns";

const client = (maxAttempts) => new ddb.DynamoDBClient({ ...access, maxAttempts });
const dynamodb = client(3);
const send = (command) => dynamodb.send(command);
const key = (sort) => ({ PK: { S: "SESSION#1" }, SK: { S: sort } });
const ok = (name) => console.log("ok", name);

async function refusal(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new assert.AssertionError({ message: "was not refused" });
}

async function create() {
  await send(
    new ddb.CreateTableCommand({
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [
        { AttributeName: "PK", KeyType: "HASH" },
        { AttributeName: "SK", KeyType: "RANGE" },
      ],
      AttributeDefinitions: [
        { AttributeName: "PK", AttributeType: "S" },
        { AttributeName: "SK", AttributeType: "S" },
      ],
      StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
    }),
  );
  await ddb.waitUntilTableExists({ client: dynamodb, maxWaitTime: 60 }, { TableName });
  ok("tables");
}

async function crud() {
  const item = {
    ...key("META"),
    count: { N: "1" },
    raw: { B: new Uint8Array([0, 255]) },
    tags: { SS: ["a", "b"] },
    none: { NULL: true },
  };
  const put = await send(new ddb.PutItemCommand({ TableName, Item: item, ReturnConsumedCapacity: "TOTAL" }));
  assert.equal(put.ConsumedCapacity.CapacityUnits, 1);
  assert.ok(put.$metadata.requestId);
  const got = await send(new ddb.GetItemCommand({ TableName, Key: key("META"), ConsistentRead: true }));
  assert.deepEqual(got.Item, item);
  const updated = await send(
    new ddb.UpdateItemCommand({
      TableName,
      Key: key("META"),
      UpdateExpression: "ADD #c :one",
      ExpressionAttributeNames: { "#c": "count" },
      ExpressionAttributeValues: { ":one": { N: "1" } },
      ReturnValues: "UPDATED_NEW",
    }),
  );
  assert.deepEqual(updated.Attributes, { count: { N: "2" } });
  const refused = await refusal(
    send(
      new ddb.PutItemCommand({
        TableName,
        Item: key("META"),
        ConditionExpression: "attribute_not_exists(PK)",
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    ),
  );
  assert.equal(refused.name, "ConditionalCheckFailedException");
  assert.deepEqual(refused.Item.count, { N: "2" });
  const gone = await send(new ddb.DeleteItemCommand({ TableName, Key: key("META"), ReturnValues: "ALL_OLD" }));
  assert.deepEqual(gone.Attributes.count, { N: "2" });
  assert.equal((await send(new ddb.GetItemCommand({ TableName, Key: key("META") }))).Item, undefined);
  ok("crud");
}

async function paging() {
  const sorts = Array.from({ length: 50 }, (_, i) => "TURN#" + String(i).padStart(3, "0"));
  for (const part of [sorts.slice(0, 25), sorts.slice(25)]) {
    const puts = part.map((sort) => ({ PutRequest: { Item: key(sort) } }));
    await send(new ddb.BatchWriteItemCommand({ RequestItems: { [TableName]: puts } }));
  }
  const counts = [];
  const query = {
    TableName,
    KeyConditionExpression: "PK = :pk",
    ExpressionAttributeValues: { ":pk": { S: "SESSION#1" } },
  };
  for await (const page of ddb.paginateQuery({ client: dynamodb, pageSize: 20 }, query)) {
    counts.push(page.Count);
  }
  assert.deepEqual(counts, [20, 20, 10]);
  let scanned = 0;
  for await (const page of ddb.paginateScan({ client: dynamodb, pageSize: 7 }, { TableName })) {
    scanned += page.Items.length;
  }
  assert.equal(scanned, 50);
  const got = await send(new ddb.BatchGetItemCommand({ RequestItems: { [TableName]: { Keys: sorts.map(key) } } }));
  assert.equal(got.Responses[TableName].length, 50);
  ok("paging");
}

async function transactions() {
  const put = (sort, more) => ({ Put: { TableName, Item: key(sort), ...more } });
  await send(new ddb.TransactWriteItemsCommand({ TransactItems: [put("A"), put("B")], ClientRequestToken: "token-2" }));
  const read = await send(
    new ddb.TransactGetItemsCommand({ TransactItems: ["A", "B"].map((sort) => ({ Get: { TableName, Key: key(sort) } })) }),
  );
  assert.deepEqual(
    read.Responses.map((one) => one.Item),
    [key("A"), key("B")],
  );
  const cancelled = await refusal(
    send(
      new ddb.TransactWriteItemsCommand({
        TransactItems: [put("C"), put("A", { ConditionExpression: "attribute_not_exists(PK)" })],
      }),
    ),
  );
  assert.equal(cancelled.name, "TransactionCanceledException");
  assert.deepEqual(
    cancelled.CancellationReasons.map((one) => one.Code),
    ["None", "ConditionalCheckFailed"],
  );
  ok("transactions");
}

async function streams() {
  const reader = new streamsSdk.DynamoDBStreamsClient(access);
  const table = await send(new ddb.DescribeTableCommand({ TableName }));
  const StreamArn = table.Table.LatestStreamArn;
  const described = await reader.send(new streamsSdk.DescribeStreamCommand({ StreamArn }));
  const ShardId = described.StreamDescription.Shards[0].ShardId;
  const { ShardIterator } = await reader.send(
    new streamsSdk.GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" }),
  );
  const { Records } = await reader.send(new streamsSdk.GetRecordsCommand({ ShardIterator }));
  assert.deepEqual(
    Records.slice(0, 3).map((one) => one.eventName),
    ["INSERT", "MODIFY", "REMOVE"],
  );
  ok("streams");
}

async function throttle() {
  const refused = await refusal(client(1).send(new ddb.PutItemCommand({ TableName, Item: key("THROTTLED ONCE") })));
  assert.equal(refused.name, "ProvisionedThroughputExceededException");
  assert.equal(refused.ThrottlingReasons[0].reason, "TableWriteKeyRangeThroughputExceeded");
  const answer = await client(3).send(new ddb.PutItemCommand({ TableName, Item: key("THROTTLED AND TRIED AGAIN") }));
  assert.equal(answer.$metadata.attempts, 2);
  ok("throttle");
}

async function lostAnswer() {
  const answer = await client(3).send(new ddb.PutItemCommand({ TableName, Item: key("LOST") }));
  assert.equal(answer.$metadata.attempts, 2);
  const refused = await refusal(
    client(3).send(
      new ddb.PutItemCommand({
        TableName,
        Item: key("LOST UNDER A CONDITION"),
        ConditionExpression: "attribute_not_exists(PK)",
      }),
    ),
  );
  assert.equal(refused.name, "ConditionalCheckFailedException");
  const found = await send(new ddb.GetItemCommand({ TableName, Key: key("LOST UNDER A CONDITION") }));
  assert.ok(found.Item);
  ok("lost answer");
}

(async () => {
  for (const part of [create, crud, paging, transactions, streams, throttle, lostAnswer]) {
    await part();
  }
  process.exit(0);
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
