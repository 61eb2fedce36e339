# One image for the web server, the worker and the migrations; docker-compose.yml says which of them a container runs.
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1
COPY package.json package-lock.json .npmrc prisma.config.ts ./
COPY prisma/schema.prisma prisma/schema.prisma
COPY lib/tooling/generate.mjs lib/tooling/generate.mjs
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 HOSTNAME=0.0.0.0 PORT=3000 WORKER_PORT=9464
WORKDIR /app
COPY --from=build /app/.next/standalone ./
COPY --from=build /app/dist dist
COPY --from=build /app/prisma/migrations prisma/migrations
USER node
EXPOSE 3000 9464
CMD ["node", "server.js"]
