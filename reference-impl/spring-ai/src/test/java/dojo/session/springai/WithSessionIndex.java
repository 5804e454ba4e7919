package dojo.session.springai;

import dojo.lab.junit.GlobalIndex;
import dojo.lab.junit.WithLab;
import dojo.lab.junit.WithTable;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A lab, and for each test a table with the index of customers. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithLab
@WithTable(
        partitionKey = "PK",
        sortKey = "SK",
        globalIndexes =
                @GlobalIndex(
                        name = "GSI1-customer-sessions",
                        partitionKey = "GSI1PK",
                        sortKey = "GSI1SK",
                        sortKeyType = ScalarAttributeType.N,
                        projection = ProjectionType.INCLUDE,
                        include = {"created_at", "expires_at"}))
@interface WithSessionIndex {}
