# Two stages: what is shipped is Node and one folder of JavaScript. Nothing is compiled.
FROM node:22-alpine AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY scripts scripts
COPY src src
RUN npm run build

FROM node:22-alpine
COPY --from=build /build/dist /opt/cognito-lint
COPY LICENSE /opt/cognito-lint/
USER node
WORKDIR /scan
ENTRYPOINT ["node", "/opt/cognito-lint/bin.js"]
CMD ["scan", "."]
