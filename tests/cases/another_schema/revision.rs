//! another schema
//!
//! Created 2026-11-22 10:14:03 UTC

use limbeck::prelude::*;

pub const REVISION: Revision = Revision::new("bbbbbbbbbbbb")
    .revises(&["aaaaaaaaaaaa"])
    .steps(upgrade, downgrade);

fn upgrade(op: &mut Op) {
    // B08: code that does not know `kept` of shop.state fails on rows that hold it
    op.alter_enum(("shop", "state"), ["new", "sold"], ["new", "kept", "sold"]);
    op.create_table("bills", [pk_auto("id"), integer("order_id")])
        .primary_key(primary_key(["id"]).named("pk-bills"))
        .foreign_key(
            foreign_key(["order_id"], ("shop", "orders"), ["id"])
                .named("fk-bills-order_id"),
        );
    op.alter_column(("shop", "items"), "price").set_type(ColumnType::BigInteger);
    op.create_index("idx-items-price", ("shop", "items"), ["price"]);
    op.drop_foreign_key(("shop", "orders"), ["item_id"], ("shop", "items"))
        .named("fk-orders-item_id");
    op.add_column(("shop", "orders"), integer("count").null());
    op.create_index("idx-orders-one", ("shop", "orders"), ["place", "count"]).unique();
    op.add_foreign_key(
        ("shop", "orders"),
        foreign_key(["item_id"], ("shop", "items"), ["id"])
            .named("fk-orders-item_id")
            .on_delete(Cascade),
    );
    // A01: the rows of shop.stocks are lost
    op.drop_table(("shop", "stocks"));
}

fn downgrade(op: &mut Op) {
    op.create_table(("shop", "stocks"), [pk_auto("id"), integer("item_id")])
        .primary_key(primary_key(["id"]).named("pk-stocks"))
        .foreign_key(
            foreign_key(["item_id"], ("shop", "items"), ["id"])
                .named("fk-stocks-item_id"),
        );
    op.drop_foreign_key(("shop", "orders"), ["item_id"], ("shop", "items"))
        .named("fk-orders-item_id");
    op.drop_index("idx-orders-one", ("shop", "orders"), ["place", "count"]);
    // A02: the values of shop.orders.count are lost
    op.drop_column(("shop", "orders"), "count");
    op.add_foreign_key(
        ("shop", "orders"),
        foreign_key(["item_id"], ("shop", "items"), ["id"]).named("fk-orders-item_id"),
    );
    // A10: queries of shop.items that use the index idx-items-price get slower
    op.drop_index("idx-items-price", ("shop", "items"), ["price"]);
    // A05: values of shop.items.price may not fit the narrower type
    // D06: fails if a value of shop.items.price is too long or too large
    op.alter_column(("shop", "items"), "price").set_type(ColumnType::Integer);
    // A01: the rows of bills are lost
    op.drop_table("bills");
    // A07: rows may still hold `kept` of shop.state
    // D08: fails if a row holds `kept` of shop.state
    op.alter_enum(("shop", "state"), ["new", "kept", "sold"], ["new", "sold"]);
}
