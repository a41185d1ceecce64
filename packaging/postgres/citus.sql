-- Distributes Dure's tables over the nodes of a Citus cluster. UNTESTED ON CITUS ITSELF (README.md beside this file).
-- Run once as the tables' owner, on the coordinator, after dure-server prepare-postgres and before the first company:
--     psql -v ON_ERROR_STOP=1 -f citus.sql postgresql://dure_owner@coordinator/dure
SET search_path = dure, public;

-- A space lies on one node with all that belongs to it, so that a push or a pull is a transaction of that node alone.
SELECT create_distributed_table('space_state', 'space_id');
SELECT create_distributed_table('space_row', 'space_id', colocate_with => 'space_state');
SELECT create_distributed_table('space_reference', 'space_id', colocate_with => 'space_state');
SELECT create_distributed_table('space_digest', 'space_id', colocate_with => 'space_state');
SELECT create_distributed_table('space_incarnation', 'space_id', colocate_with => 'space_state');
SELECT create_distributed_table('space_result', 'space_id', colocate_with => 'space_state');
SELECT create_distributed_table('space_epoch', 'space_id', colocate_with => 'space_state');
SELECT create_distributed_table('space_clock', 'space_id', colocate_with => 'space_state');
SELECT create_distributed_table('space_history', 'space_id', colocate_with => 'space_state');
SELECT create_distributed_table('space_quarantine', 'space_id', colocate_with => 'space_state');
SELECT create_distributed_table('space_blob', 'space_id', colocate_with => 'space_state');
SELECT create_distributed_table('space_blob_piece', 'space_id', colocate_with => 'space_state');

-- A user with its devices and memberships; tokens and e-mails by what they are looked up with.
SELECT create_distributed_table('"user"', 'id', colocate_with => 'none');
SELECT create_distributed_table('membership', 'user', colocate_with => '"user"');
SELECT create_distributed_table('device', 'user', colocate_with => '"user"');
SELECT create_distributed_table('device_space', 'user', colocate_with => '"user"');
SELECT create_distributed_table('reset_code', 'user', colocate_with => '"user"');
SELECT create_distributed_table('second_factor', 'user', colocate_with => '"user"');
SELECT create_distributed_table('recovery_code', 'user', colocate_with => '"user"');
SELECT create_distributed_table('token', 'hash', colocate_with => 'none');
SELECT create_distributed_table('invite', 'hash', colocate_with => 'none');
SELECT create_distributed_table('login', 'email', colocate_with => 'none');

-- Small, seldom written, joined with everything: whole on each node.
SELECT create_reference_table('company');
SELECT create_reference_table('space');
SELECT create_reference_table('backup_mark');

-- Row-level security reads the setting dure.space on the node that holds the rows: SET LOCAL has to travel.
ALTER DATABASE dure SET citus.propagate_set_commands = 'local';
