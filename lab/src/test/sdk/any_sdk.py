"""Drives the HTTP door with boto3: python3 any_sdk.py ENDPOINT. Says "ok" and a name for each thing that works."""

import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT = sys.argv[1]
ACCESS = dict(
    endpoint_url=ENDPOINT,
    region_name="us-east-1",
    # A key with a dash and an underscore: DynamoDB Local refuses such keys.
    aws_access_key_id="any-key_at-all",
    aws_secret_access_key="any",
)
TABLE = "python-turns"


def client(attempts):
    return boto3.client("dynamodb", config=Config(retries={"mode": "standard", "total_max_attempts": attempts}), **ACCESS)


def key(sort):
    return {"PK": {"S": "SESSION#1"}, "SK": {"S": sort}}


def ok(name):
    print("ok", name, flush=True)


def check(condition, what):
    if not condition:
        raise AssertionError(what)


def refusal(call):
    try:
        call()
    except ClientError as error:
        return error.response
    raise AssertionError("was not refused")


def create(ddb):
    ddb.create_table(
        TableName=TABLE,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": "PK", "KeyType": "HASH"}, {"AttributeName": "SK", "KeyType": "RANGE"}],
        AttributeDefinitions=[
            {"AttributeName": "PK", "AttributeType": "S"},
            {"AttributeName": "SK", "AttributeType": "S"},
        ],
        StreamSpecification={"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"},
    )
    ddb.get_waiter("table_exists").wait(TableName=TABLE)
    ok("tables")


def crud(ddb):
    item = dict(key("META"), count={"N": "1"}, raw={"B": b"\x00\xff"}, tags={"SS": ["a", "b"]}, none={"NULL": True})
    answer = ddb.put_item(TableName=TABLE, Item=item, ReturnConsumedCapacity="TOTAL")
    check(answer["ConsumedCapacity"]["CapacityUnits"] == 1.0, answer)
    check(answer["ResponseMetadata"]["RequestId"], "a request id")
    check(ddb.get_item(TableName=TABLE, Key=key("META"), ConsistentRead=True)["Item"] == item, "the item as it went")
    updated = ddb.update_item(
        TableName=TABLE,
        Key=key("META"),
        UpdateExpression="ADD #c :one",
        ExpressionAttributeNames={"#c": "count"},
        ExpressionAttributeValues={":one": {"N": "1"}},
        ReturnValues="UPDATED_NEW",
    )
    check(updated["Attributes"] == {"count": {"N": "2"}}, updated)
    refused = refusal(
        lambda: ddb.put_item(
            TableName=TABLE,
            Item=key("META"),
            ConditionExpression="attribute_not_exists(PK)",
            ReturnValuesOnConditionCheckFailure="ALL_OLD",
        )
    )
    check(refused["Error"]["Code"] == "ConditionalCheckFailedException", refused)
    check(refused["Item"]["count"] == {"N": "2"}, refused)
    gone = ddb.delete_item(TableName=TABLE, Key=key("META"), ReturnValues="ALL_OLD")
    check(gone["Attributes"]["count"] == {"N": "2"}, gone)
    check("Item" not in ddb.get_item(TableName=TABLE, Key=key("META")), "no item")
    ok("crud")


def paging(ddb):
    for start in range(0, 50, 25):
        puts = [{"PutRequest": {"Item": key("TURN#%03d" % i)}} for i in range(start, start + 25)]
        check(not ddb.batch_write_item(RequestItems={TABLE: puts})["UnprocessedItems"], "nothing unprocessed")
    pages = list(
        ddb.get_paginator("query").paginate(
            TableName=TABLE,
            KeyConditionExpression="PK = :pk",
            ExpressionAttributeValues={":pk": {"S": "SESSION#1"}},
            PaginationConfig={"PageSize": 20},
        )
    )
    check([page["Count"] for page in pages] == [20, 20, 10], pages)
    scanned = ddb.get_paginator("scan").paginate(TableName=TABLE, PaginationConfig={"PageSize": 7})
    check(len([item for page in scanned for item in page["Items"]]) == 50, "all items of the scan")
    got = ddb.batch_get_item(RequestItems={TABLE: {"Keys": [key("TURN#%03d" % i) for i in range(50)]}})
    check(len(got["Responses"][TABLE]) == 50, got)
    ok("paging")


def transactions(ddb):
    put = lambda sort, **more: {"Put": dict(TableName=TABLE, Item=key(sort), **more)}
    ddb.transact_write_items(TransactItems=[put("A"), put("B")], ClientRequestToken="token-1")
    read = ddb.transact_get_items(TransactItems=[{"Get": {"TableName": TABLE, "Key": key(s)}} for s in "AB"])
    check([one["Item"] for one in read["Responses"]] == [key("A"), key("B")], read)
    cancelled = refusal(
        lambda: ddb.transact_write_items(
            TransactItems=[put("C"), put("A", ConditionExpression="attribute_not_exists(PK)")]
        )
    )
    check(cancelled["Error"]["Code"] == "TransactionCanceledException", cancelled)
    check([one["Code"] for one in cancelled["CancellationReasons"]] == ["None", "ConditionalCheckFailed"], cancelled)
    ok("transactions")


def streams(ddb):
    stream = ddb.describe_table(TableName=TABLE)["Table"]["LatestStreamArn"]
    reader = boto3.client("dynamodbstreams", **ACCESS)
    shards = reader.describe_stream(StreamArn=stream)["StreamDescription"]["Shards"]
    first = reader.get_shard_iterator(
        StreamArn=stream, ShardId=shards[0]["ShardId"], ShardIteratorType="TRIM_HORIZON"
    )["ShardIterator"]
    records = reader.get_records(ShardIterator=first)["Records"]
    check([one["eventName"] for one in records[:3]] == ["INSERT", "MODIFY", "REMOVE"], records[:3])
    ok("streams")


def throttle(ddb):
    refused = refusal(lambda: client(1).put_item(TableName=TABLE, Item=key("THROTTLED ONCE")))
    check(refused["Error"]["Code"] == "ProvisionedThroughputExceededException", refused)
    error = ddb.meta.service_model.shape_for("ProvisionedThroughputExceededException")
    if "ThrottlingReasons" in error.members:  # A boto3 from before August 2025 does not know them.
        check(refused["ThrottlingReasons"][0]["reason"] == "TableWriteKeyRangeThroughputExceeded", refused)
    answer = client(3).put_item(TableName=TABLE, Item=key("THROTTLED AND TRIED AGAIN"))
    check(answer["ResponseMetadata"]["RetryAttempts"] == 1, answer)
    ok("throttle")


def lost_answer(ddb):
    answer = client(3).put_item(TableName=TABLE, Item=key("LOST"))
    check(answer["ResponseMetadata"]["RetryAttempts"] == 1, answer)
    refused = refusal(
        lambda: client(3).put_item(
            TableName=TABLE, Item=key("LOST UNDER A CONDITION"), ConditionExpression="attribute_not_exists(PK)"
        )
    )
    check(refused["Error"]["Code"] == "ConditionalCheckFailedException", refused)
    check("Item" in ddb.get_item(TableName=TABLE, Key=key("LOST UNDER A CONDITION")), "written all the same")
    ok("lost answer")


if __name__ == "__main__":
    dynamodb = client(3)
    for part in (create, crud, paging, transactions, streams, throttle, lost_answer):
        part(dynamodb)
