package org.probity.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.Objects;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.dialect.PostgreSQLDialect;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** Hibernate as Spring Boot sets it up, with a pool of as many connections as the other peers have. */
final class Hibernate implements AutoCloseable {

    private final HikariDataSource pool = new HikariDataSource();
    private final LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();

    /**
     * Makes the tables.
     *
     * @param entities the package of the entities
     */
    Hibernate(String url, String entities, Class<? extends PostgreSQLDialect> dialect) {
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(AxonJdbc.CONNECTIONS);
        factory.setDataSource(pool);
        factory.setPackagesToScan(entities);
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setJpaPropertyMap(Map.of(
                "hibernate.hbm2ddl.auto",
                "create",
                "hibernate.dialect",
                dialect.getName(),
                "hibernate.physical_naming_strategy",
                PhysicalNamingStrategySnakeCaseImpl.class.getName()));
        factory.afterPropertiesSet();
    }

    HikariDataSource pool() {
        return pool;
    }

    EntityManagerFactory factory() {
        return Objects.requireNonNull(factory.getObject());
    }

    @Override
    public void close() {
        factory.destroy();
        pool.close();
    }
}
