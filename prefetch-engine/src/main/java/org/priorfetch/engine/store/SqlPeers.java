package org.priorfetch.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.port.PeerRepository;

/** How each peer last behaved. */
record SqlPeers(Database database) implements PeerRepository {

    private static final Table PEER = new Table("peer_status", "kind", "name");

    @Override
    public List<PeerStatus> all() {
        return database.read(handle -> handle.createQuery("SELECT * FROM peer_status ORDER BY kind, name")
                .map((row, _) -> status(row))
                .list());
    }

    @Override
    public void save(PeerStatus status) {
        database.write(handle -> PEER.save(handle, row(status)));
    }

    private static Row row(PeerStatus status) {
        return new Row().setConstant("kind", status.kind())
                .set("name", status.name())
                .setConstant("state", status.state())
                .setInstant("last_answer", status.lastAnswer())
                .setReason("detail", status.detail());
    }

    private static PeerStatus status(ResultSet row) throws SQLException {
        return new PeerStatus(Columns.constant(row, "kind", PeerKind.class), row.getString("name"),
                Columns.constant(row, "state", PeerState.class), Columns.instantOrNull(row, "last_answer"),
                Columns.reasonOrNull(row, "detail"));
    }
}
