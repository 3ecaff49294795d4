from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from app.platform import migrations
from app.tables import METADATA


def test_migrations_go_up_and_down_and_up_again(database_url: str) -> None:
    engine = create_engine(database_url)
    migrations.downgrade(database_url, "base")
    with engine.connect() as connection:
        left = inspect(connection).get_table_names()
        enums = connection.exec_driver_sql("SELECT typname FROM pg_type WHERE typtype = 'e'").all()
        functions = connection.exec_driver_sql(
            "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
        ).all()
    migrations.upgrade(database_url)
    with engine.connect() as connection:
        back = inspect(connection).get_table_names()
    engine.dispose()

    assert (left, enums, functions) == (["alembic_version"], [], [])
    assert set(METADATA.tables) <= set(back)


def test_each_migration_can_be_taken_back_and_done_again(database_url: str) -> None:
    revisions = ScriptDirectory.from_config(migrations.config()).walk_revisions()
    engine = create_engine(database_url)
    for revision in revisions:
        assert isinstance(revision.down_revision, str | None)
        below = revision.down_revision or "base"
        migrations.downgrade(database_url, below)
        migrations.upgrade(database_url, revision.revision)
        migrations.downgrade(database_url, below)
    migrations.upgrade(database_url)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)
    engine.dispose()

    assert differences == []


def test_the_tables_are_what_the_models_say(database_url: str) -> None:
    engine = create_engine(database_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        differences = compare_metadata(context, METADATA)
    engine.dispose()

    assert differences == []


def test_every_foreign_key_is_indexed(database_url: str) -> None:
    engine = create_engine(database_url)
    with engine.connect() as connection:
        inspector = inspect(connection)
        bare = [
            (table, tuple(key["constrained_columns"]))
            for table in METADATA.tables
            for key in inspector.get_foreign_keys(table)
            if not any(
                index["column_names"][: len(key["constrained_columns"])]
                == key["constrained_columns"]
                for index in (
                    *inspector.get_indexes(table),
                    *inspector.get_unique_constraints(table),
                    {"column_names": inspector.get_pk_constraint(table)["constrained_columns"]},
                )
            )
        ]
    engine.dispose()

    assert bare == []
