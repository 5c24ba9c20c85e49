package io.strata.settings;

/**
 * Every setting of the server. The name of the constant is not its key: the key is what operators write into the
 * environment, and it never changes its meaning.
 */
public enum Setting {
    NODE_ID("STRATA_NODE_ID", "strata-1", "Name of this server, unique in a cluster; transactions carry it"),
    NEO4J_URI("STRATA_NEO4J_URI", "bolt://127.0.0.1:17687", "Where Neo4j listens (Bolt)"),
    NEO4J_USER("STRATA_NEO4J_USER", "neo4j", "Neo4j account"),
    NEO4J_PASSWORD("STRATA_NEO4J_PASSWORD", "", "Password of the Neo4j account", true),
    S3_ENDPOINT("STRATA_S3_ENDPOINT", "http://127.0.0.1:19000", "Where the S3 server listens"),
    S3_REGION("STRATA_S3_REGION", "us-east-1", "Region that requests are signed for"),
    S3_BUCKET("STRATA_S3_BUCKET", "strata", "Bucket that holds the documents"),
    S3_ACCESS_KEY("STRATA_S3_ACCESS_KEY", "strata", "S3 access key", true),
    S3_SECRET_KEY("STRATA_S3_SECRET_KEY", "", "S3 secret key", true),
    UPLOAD_MAX_BYTES("STRATA_UPLOAD_MAX_BYTES", "104857600", "Largest file that is accepted, in bytes"),
    ATTACHMENT_MAX_BYTES(
            "STRATA_ATTACHMENT_MAX_BYTES", "26214400", "Largest file that can hang on a node or a comment, in bytes"),
    EMBED_HOSTS(
            "STRATA_EMBED_HOSTS",
            "",
            "Hosts whose pages may be embedded at nodes, separated by commas; *.example.com stands for all below it"),
    EXTRACTION_CLASSPATH(
            "STRATA_EXTRACTION_CLASSPATH", "", "Class path of the extraction process; empty means the server's module"),
    EXTRACTION_MEMORY("STRATA_EXTRACTION_MEMORY", "384m", "Heap of one extraction process"),
    EXTRACTION_SECONDS("STRATA_EXTRACTION_SECONDS", "60", "Seconds after which reading a file is given up"),
    ENCRYPTION_KEY("STRATA_ENCRYPTION_KEY", "", "Master key for secrets at rest: 32 bytes, base64", true),
    ADMIN_HANDLE("STRATA_ADMIN_HANDLE", "admin", "Handle of the first administrator"),
    ADMIN_PASSWORD(
            "STRATA_ADMIN_PASSWORD", "", "Password of the first administrator; read only while there is none", true),
    SESSION_HOURS("STRATA_SESSION_HOURS", "12", "Hours after which a sign-in ends, however often it is renewed"),
    ACCESS_TOKEN_MINUTES("STRATA_ACCESS_TOKEN_MINUTES", "15", "Minutes after which an access token must be renewed"),
    TOKEN_MAX_DAYS("STRATA_TOKEN_MAX_DAYS", "365", "Days after which every API token has ended, at the latest"),
    APPROVAL_HOURS("STRATA_APPROVAL_HOURS", "24", "Hours after which a request of an agent for approval lapses"),
    SIGN_UP("STRATA_SIGN_UP", "false", "Whether everybody who reaches this server may make an account"),
    MAIL_HOST("STRATA_MAIL_HOST", "", "Mail server that takes what Strata sends; without one Strata sends no mail"),
    MAIL_USER("STRATA_MAIL_USER", "", "Account at the mail server; without one Strata sends without signing in there"),
    RATE_LIMIT_PEOPLE(
            "STRATA_RATE_LIMIT_PEOPLE", "300", "Requests to the API a minute for each person; 0 means no limit"),
    RATE_LIMIT_AGENTS(
            "STRATA_RATE_LIMIT_AGENTS", "100", "Requests to the API a minute for each agent; 0 means no limit"),
    RATE_LIMIT_ADDRESSES(
            "STRATA_RATE_LIMIT_ADDRESSES",
            "120",
            "Requests to the API a minute for each network without a sign-in; 0 means no limit"),
    EGRESS_ALLOW(
            "STRATA_EGRESS_ALLOW",
            "",
            "Names, addresses and ranges inside the own network that webhooks may call, separated by commas"),
    WEBHOOK_DISABLE_AFTER(
            "STRATA_WEBHOOK_DISABLE_AFTER", "5", "Deliveries in a row given up after which a webhook is switched off"),
    EVENTS_HOURS("STRATA_EVENTS_HOURS", "72", "Hours for which events are kept for those who follow and come back"),
    EVENTS_SESSIONS(
            "STRATA_EVENTS_SESSIONS", "20", "Connections with which one actor may follow events on a server at a time"),
    RECONCILIATION_INTERVAL_MINUTES(
            "STRATA_RECONCILIATION_INTERVAL_MINUTES", "15", "Minutes between reconciliations; 0 switches them off"),
    UNDECIDED_AFTER_SECONDS(
            "STRATA_UNDECIDED_AFTER_SECONDS",
            "300",
            "Seconds after which a transaction that recovery does not end becomes a finding"),
    PUBLIC_URL("STRATA_PUBLIC_URL", "", "Address under which people reach this server; https makes cookies secure");

    private final String key;
    private final String defaultValue;
    private final String description;
    private final boolean secret;

    Setting(String key, String defaultValue, String description) {
        this(key, defaultValue, description, false);
    }

    Setting(String key, String defaultValue, String description, boolean secret) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.description = description;
        this.secret = secret;
    }

    /** The name in the environment; with {@code _FILE} behind it, the name of a file that holds the value. */
    public String key() {
        return key;
    }

    /** What holds when nothing is set. */
    public String defaultValue() {
        return defaultValue;
    }

    /** One line for operators. */
    public String description() {
        return description;
    }

    /** Whether the value must never be shown. */
    public boolean secret() {
        return secret;
    }
}
