package org.priorfetch.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.RetrieveWay;
import org.priorfetch.engine.model.WayRate;
import org.priorfetch.engine.port.PeerRepository;

/** How each peer last behaved. */
record SqlPeers(Database database) implements PeerRepository {

    private static final Table WITHOUT_WINDOW = new Table("peer_without_window", "name");
    private static final Table WAY_RATE = new Table("way_rate", "source", "way");
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

    @Override
    public Map<String, Instant> withoutWindow() {
        return database.read(handle -> handle.createQuery("SELECT * FROM peer_without_window")
                .map((row, _) -> Map.entry(row.getString("name"), Columns.instant(row, "since")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public void saveWithoutWindow(String peer, Instant since) {
        database.write(handle -> WITHOUT_WINDOW.save(handle,
                new Row().set("name", peer).setInstant("since", since)));
    }

    @Override
    public Map<RetrieveWay, WayRate> wayRates(String source) {
        return database.read(handle -> handle.createQuery("SELECT * FROM way_rate WHERE source = :source")
                .bind("source", source)
                .map((row, _) -> Map.entry(Columns.constant(row, "way", RetrieveWay.class), rate(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public void saveWayRate(String source, RetrieveWay way, WayRate rate) {
        database.write(handle -> WAY_RATE.save(handle, new Row().set("source", source)
                .setConstant("way", way)
                .set("load", rate.load())
                .set("seconds", rate.seconds())
                .set("requests", rate.requests())
                .setInstant("measured", rate.measured())));
    }

    private static WayRate rate(ResultSet row) throws SQLException {
        return new WayRate(row.getDouble("load"), row.getDouble("seconds"), row.getInt("requests"),
                Columns.instant(row, "measured"));
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
